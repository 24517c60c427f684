"""Charts are whole without colour, style or script."""

from xml.etree.ElementTree import Element, fromstring

from ppid.yearly.charts import Chart, Series, draw_chart

TWO = Chart(
    "Contoh <angka>",
    ("TW I", "TW II"),
    (Series("Diterima", (4, 0)), Series("Dijawab", (2, 0))),
)


def drawn(chart: Chart) -> Element:
    return fromstring(str(draw_chart(chart, "satu")))  # noqa: S314 - our own drawing


def test_a_chart_names_and_describes_itself() -> None:
    svg = drawn(TWO)

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "satu-judul satu-uraian"
    assert [svg[0].text, svg[1].text] == [
        "Contoh <angka>",
        "TW I: diterima 4, dijawab 2. TW II: diterima 0, dijawab 0.",
    ]


def test_a_column_is_as_tall_as_its_number() -> None:
    svg = drawn(TWO)

    heights = [float(rect.get("height", "")) for rect in svg.iter("rect")]

    assert heights == [120, 60, 0, 0]


def test_the_second_series_is_an_outline_so_that_it_differs_without_colour() -> None:
    fills = [rect.get("fill") for rect in drawn(TWO).iter("rect")]

    assert fills == ["#0b4b57", "none", "#0b4b57", "none"]


def test_no_style_and_no_script_is_needed() -> None:
    svg = str(draw_chart(TWO, "satu"))

    assert "style" not in svg
    assert "script" not in svg


def test_labels_at_which_nothing_is_counted_are_left_out() -> None:
    assert TWO.without_zeros().labels == ("TW I",)
    assert Chart("", ("a",), (Series("", (0,)),)).without_zeros().is_empty


def test_every_number_is_written_at_its_bar() -> None:
    lying = Chart("Huruf", ("huruf a", "huruf h"), (Series("Entri", (7, 31)),), lying=True)
    words = [text.text for text in drawn(lying).iter("text")]

    assert words == ["huruf a", "7", "huruf h", "31"]
