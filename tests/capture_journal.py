"""A small journal from which the tests of the page for writing build their sites."""

JOURNAL = {
    "2026/2026-09-04-kai.md": """
        ---
        件名: 昼食会
        日付: 2026-09-04
        相手:
          - {名前: 佐藤 美咲, 読み: さとう みさき, 士業: 税理士, 事務所: 佐藤税理士事務所, 印象: [話をよく聞く]}
          - {名前: 髙橋 恵, 読み: たかはし めぐみ, 士業: 弁護士}
          - {名前: 高橋 恵, 読み: たかはし けい, 士業: 社会保険労務士}
        ---
        """,
    "people/suzuki-a.md": "---\n名前: 鈴木 健一\n識別子: suzuki-a\n読み: すずき けんいち\n士業: 税理士\n---\n",
    "people/suzuki-b.md": "---\n名前: 鈴木 健一\n識別子: suzuki-b\n読み: すずき けんいち\n士業: 測量士\n---\n",
}
