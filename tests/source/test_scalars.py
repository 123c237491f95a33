from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source.scalars import LONGEST_NUMBER, Scalar, ScalarError, resolve

TEXT = [
    *["no", "yes", "No", "YES", "on", "off", "y", "n", "tRUE", "nULL", "12:30", "1:2:3", "2021-03-01", "2021-03-01T00:00:00Z"],
    *["1_000", "0b101", "0o8", "0xG", "0O14", "0X1F", "+0o14", "-0x1F", "1e", "e5", ".", "-", "+", "+.", ".e1", "1.2.3", "--1"],
    *["１２", "١٢", "1 ", " 1", "inf", "nan", "+.nan", "Infinity", "35.5%", "6万", "第1条", "null值", "~~", "<<", "="],
]


@pytest.mark.parametrize("text", TEXT)
def test_words_stay_words(text: str) -> None:
    assert resolve(text) == text
    assert isinstance(resolve(text), str)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(text, None) for text in ("", "~", "null", "Null", "NULL")],
        *[(text, True) for text in ("true", "True", "TRUE")],
        *[(text, False) for text in ("false", "False", "FALSE")],
        ("0", 0),
        ("-0", 0),
        ("010", 10),
        ("+12", 12),
        ("-19", -19),
        ("0o14", 12),
        ("0x1F", 31),
        ("0xff", 255),
        ("0.", 0.0),
        ("-.5", -0.5),
        ("+12.50", 12.5),
        ("1e3", 1000.0),
        ("12e03", 12000.0),
        ("-2E+05", -200000.0),
        ("1.5e-3", 0.0015),
        ("1" * LONGEST_NUMBER, int("1" * LONGEST_NUMBER)),
    ],
)
def test_core_schema(text: str, value: Scalar) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


@pytest.mark.parametrize("text", [".inf", ".Inf", ".INF", "+.inf", "-.inf", "-.INF", ".nan", ".NaN", ".NAN"])
def test_infinities_and_nan_are_refused(text: str) -> None:
    with pytest.raises(ScalarError) as caught:
        resolve(text)
    assert str(caught.value) == f"“{text}”不是可以使用的数字"


@pytest.mark.parametrize("text", ["1" * (LONGEST_NUMBER + 1), "0x" + "f" * 40, "0." + "3" * 40, "9" * 100_000])
def test_endless_numbers_are_refused(text: str) -> None:
    with pytest.raises(ScalarError) as caught:
        resolve(text)
    assert str(caught.value) == f"数字太长（{len(text)}个字符）；如果是编号，请加上引号"


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9.9e400"])
def test_overflow_is_refused(text: str) -> None:
    with pytest.raises(ScalarError) as caught:
        resolve(text)
    assert str(caught.value) == f"“{text}”超出了数字的范围"


@given(st.integers(-(10**28), 10**28))
@settings(max_examples=100, deadline=None)
def test_integers_read_back(number: int) -> None:
    assert resolve(str(number)) == number
    assert type(resolve(str(number))) is int


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(max_examples=100, deadline=None)
def test_floats_read_back(number: float) -> None:
    assert resolve(repr(number)) == number
    assert type(resolve(repr(number))) is float


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_value_or_refused(text: str) -> None:
    try:
        value = resolve(text)
    except ScalarError as error:
        assert text[0] in "+-.0123456789"
        assert str(error)
        return
    if isinstance(value, str):
        assert value == text
