"""The kanji of names that are written in more than one form, each with the form to fold it to.

Unicode's normalisation leaves 髙 and 高, 﨑 and 崎, 邉 and 辺 apart, and rightly so: a person's own letter is never
changed on a page. Only search and the hint 「同じ方かもしれません」 compare by this table; it merges nobody.

How it was reviewed: the lines were written by hand, from the older forms (旧字体) of the 常用漢字表 and the
人名用漢字 and from the forms that surnames are known for in family registers. Every pair was then looked up in
Unicode's Unihan database, in OpenCC's table for Japanese and in the list ja-itaiji. Five pairs that none of them
relates (𠮷 𣘺 𡈽 𠀋 靍) stayed, as surnames are commonly met with them; what else none of them knew was struck out.

What it leaves out, on purpose: letters that NFKC unifies already (塚 and 神 in their compatibility forms); forms that
only a variation selector tells apart (葛, 辻); older forms hardly met in a name; and letters that share a sound or an
origin but stand for different surnames (斎 and 斉, 坂 and 阪, 畑 and 畠, 刈 and 苅, 庄 and 荘, 崎 and 埼).
島 and 嶋, 竜 and 龍, 村 and 邨 are different letters of the register as well, but so often taken for each other that
the hint helps.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each group is one standard form with its variants behind it.

#: Forms known above all from surnames.
_SURNAMES = """
高髙 崎﨑嵜㟢 浜濱濵 辺邊邉 斎齋 斉齊 吉𠮷 島嶋嶌 富冨 峰峯 岳嶽 柳栁 桑桒 橋槗𣘺 杉杦 松枩柗 梅楳 槙槇 桧檜 枡桝
土圡𡈽 丈𠀋 館舘 船舩 野埜 村邨 園薗 淵渕渊 薮藪 篭籠 宜冝 京亰 功㓛 昇曻 卯夘 秋穐龝 場塲 舎舍 剣劍劔劒剱釼 垂埀
鶴靍靏 雁鴈鳫 篠筱 呉吳吴 曽曾 関關 沢澤 滝瀧 竜龍 亀龜 芦蘆 蛎蠣 竈竃 鯵鰺 鴎鷗 鴬鶯 騨驒 祢禰 頴穎 砺礪 韮韭
麹麴 俣俁 賢贒 喜㐂 珍珎 虎乕 奇竒 戸戶户 内內 教敎 強强 啓啟啔 尚尙 郎郞 朗朖 即卽 緒緖 沖冲 涼凉 冴冱 肇肈
翠翆 呑吞 侠俠 倶俱
"""

#: The older forms of letters in everyday use, as far as names (and 税理士, 弁護士) are written with them.
_OLDER = """
亜亞 囲圍 為爲 壱壹 稲稻 隠隱 栄榮 営營 衛衞 円圓 塩鹽 縁緣 艶艷 応應 桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 会會
絵繪 懐懷 覚覺 学學斈 楽樂 巻卷 勧勸 寛寬 歓歡 観觀 巌巖 顔顏 帰歸 気氣 器噐 旧舊 挙擧 峡峽 狭狹 郷鄕鄉 暁曉 区區
駆驅 勲勳勛 薫薰 径徑 恵惠 渓溪 経經 蛍螢 継繼 鶏鷄 芸藝 県縣 検檢 研硏 権權 験驗 顕顯 厳嚴 広廣 効效 恒恆 黄黃
号號 国國囯圀 黒黑 済濟 冊册 蚕蠶 参參 桟棧 賛贊 讃讚 児兒 辞辭 実實 釈釋 寿壽夀 収收 従從 渋澁澀 縦縱 粛肅 処處
叙敍敘 将將 渉涉 奨奬獎 称稱 証證 条條 剰剩 乗乘 浄淨 畳疊 嬢孃 縄繩 穣穰 譲讓 真眞 慎愼 尽盡 晋晉 図圖 粋粹
穂穗 随隨 枢樞 数數 瀬瀨 声聲 静靜 青靑 清淸 税稅 摂攝 専專 浅淺 銭錢 禅禪 双雙 壮壯 荘莊 巣巢 争爭 総總 聡聰
蔵藏 増增 続續 対對 体體 帯帶 台臺 択擇 弾彈 昼晝 庁廳 徴徵 聴聽 鎮鎭 鉄鐵鐡銕 点點 転轉 伝傳 灯燈 当當 党黨
徳德悳 独獨 弐貳 拝拜 麦麥 発發 秘祕 彦彥 姫姬 仏佛 並竝 変變 弁辨辯 歩步 宝寶寳 豊豐 毎每 万萬 満滿 弥彌 餅餠
薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 覧覽 両兩 緑綠 塁壘 礼禮 励勵 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊
労勞 楼樓 禄祿 録錄 湾灣 医醫 画畫 歳歲 繍繡 蒋蔣 醤醬 鋭銳 悦悅 茎莖 莱萊 祷禱 諌諫
"""

#: Forms known above all from given names, and what is left.
_GIVEN_NAMES = """
凛凜 遥遙 瑶瑤 尭堯 亘亙 昂昻 晃晄 煕熙熈 皐皋 萌萠 裏裡 糸絲 姉姊 夢梦 兎兔 壺壷 蝉蟬 繋繫
"""

#: All groups of letters: the first of each is the standard form, the others are its variants.
GROUPS: tuple[str, ...] = (*_SURNAMES.split(), *_OLDER.split(), *_GIVEN_NAMES.split())

#: From the code point of every variant to its standard form: ready for `str.translate`.
STANDARD_FORMS: Mapping[int, str] = MappingProxyType(
    {ord(variant): group[0] for group in GROUPS for variant in group[1:]},
)
