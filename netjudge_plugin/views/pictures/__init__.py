"""Pictures where people rather look than read: lines, marks and patterns in the theme's colours, made of whole numbers.

One file a picture: `axes` and `timeline` of one person, `years` and `coverage` of everyone, `network` of whom I met
where (`views/meetings` says who, `parts` which of them a picture shows). None of them ranks or counts what a person is,
and whatever a picture tells stands on its page in words as well.
"""
