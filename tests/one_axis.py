"""Criteria of one's own as short as they can be: one axis, two steps."""

from __future__ import annotations

ONE_AXIS = """
    format: 1
    name: 私の基準
    axes:
      - {id: ease, name: 無理のなさ, question: 無理がないか, ok_needs: 1, no_needs: 1, keeps: 24, count: latest,
         style: balance, good: {pace_fits: 返信のペースが合いそう}, concern: {rushed: 返信を急かされそう}, ask: []}
    stops: {}
    notes_only: {}
    steps:
      - {step: A1, any_no: [ease], then: not_this_time, why: strain}
      - {step: A2, all_ok: [ease], then: contact, why: fits}
    otherwise: defer
    verdicts: {contact: 連絡する, defer: 次の機会まで見送る, not_this_time: 今回は連絡しない}
    whys: {fits: 合う, strain: 無理が出る, know_more: 知ってから, conflicting: 食い違い, feeling_only: 印象だけ}
    revisit: {at_next_meeting: true, latest_after_months: 12}
    decision_keeps: 12
    """
