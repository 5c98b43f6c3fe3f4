"""Articles made from `samples/`, with other countries, people and days: as many as are wanted."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
ENGLISH = (SAMPLES / "wellington-in-beijing.en.txt").read_text(encoding="utf-8")
ARABIC = (SAMPLES / "cairo-ankara.ar.txt").read_text(encoding="utf-8")

# English name, adjective, capital; the same in Arabic, masculine.
LANDS = [
    ("Ghana", "Ghanaian", "Accra", "غانا", "الغاني", "أكرا"),
    ("Kenya", "Kenyan", "Nairobi", "كينيا", "الكيني", "نيروبي"),
    ("Peru", "Peruvian", "Lima", "بيرو", "البيروي", "ليما"),
    ("Norway", "Norwegian", "Oslo", "النرويج", "النرويجي", "أوسلو"),
    ("Kuwait", "Kuwaiti", "Kuwait City", "الكويت", "الكويتي", "مدينة الكويت"),
    ("Japan", "Japanese", "Tokyo", "اليابان", "الياباني", "طوكيو"),
    ("Portugal", "Portuguese", "Lisbon", "البرتغال", "البرتغالي", "لشبونة"),
    ("Malaysia", "Malaysian", "Kuala Lumpur", "ماليزيا", "الماليزي", "كوالالمبور"),
    ("Cuba", "Cuban", "Havana", "كوبا", "الكوبي", "هافانا"),
    ("Senegal", "Senegalese", "Dakar", "السنغال", "السنغالي", "دكار"),
    ("Finland", "Finnish", "Helsinki", "فنلندا", "الفنلندي", "هلسنكي"),
    ("Oman", "Omani", "Muscat", "عُمان", "العماني", "مسقط"),
    ("India", "Indian", "New Delhi", "الهند", "الهندي", "نيودلهي"),
    ("Chile", "Chilean", "Santiago", "تشيلي", "التشيلي", "سانتياغو"),
    ("Angola", "Angolan", "Luanda", "أنغولا", "الأنغولي", "لواندا"),
    ("Vietnam", "Vietnamese", "Hanoi", "فيتنام", "الفيتنامي", "هانوي"),
    ("Serbia", "Serbian", "Belgrade", "صربيا", "الصربي", "بلغراد"),
]
_NAMES = ("Ada Holm", "Tomas Reyes", "Lena Brandt", "Ivo Castel", "Mara Quist", "Paul Odero")
_ARABIC_NAMES = ("سالم الخطيب", "رامي القاسم", "هاني الزين", "ماجد العلي", "فادي الحسن")
_MONTHS = ("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
           "حزيران/يونيو")  # fmt: skip


@dataclass(frozen=True)
class Article:
    """An article of the village."""

    language: str
    title: str
    body: str
    day: date


def articles(count: int) -> list[Article]:
    """So many articles, in two languages by turns, all different."""
    pairs = list(permutations(LANDS, 2))
    made = []
    for k in range(count):
        day = date(2023, 1, 2) + timedelta(days=(k * 7) % 170)
        one, other = pairs[(k // 2) % len(pairs)]
        made.append((_english, _arabic)[k % 2](one, other, k, day))
    return made


def _english(one, other, k, day):
    host, guest = _NAMES[k % 6], _NAMES[(k // 6 + k + 1) % 6]
    guest = guest if guest != host else _NAMES[(k + 2) % 6]
    lines = ENGLISH.split("\n")
    text = "\n".join(lines[5:15])
    for old, new in (
        ("Nanaia Mahuta", guest), ("Mahuta", guest.split()[-1]), ("Qin Gang", host),
        ("Qin", host.split()[-1]), ("New Zealand", one[0]), ("Wellington", one[2]),
        ("Chinese", other[1]), ("China", other[0]), ("Beijing", other[2]),
        ("on Friday", f"on {day:%A}"), ("Xinjiang", f"district {k}"),
        ("since 2018", f"since {2005 + k % 17}"),
    ):  # fmt: skip
        text = text.replace(old, new)
    title = f"{guest.split()[-1]} raises district {k} in {other[2]} talks"
    return Article("en", title, text, day)


def _arabic(one, other, k, day):
    host, guest = _ARABIC_NAMES[k % 5], _ARABIC_NAMES[(k + 1 + k // 5 % 3) % 5]
    text = "\n".join(ARABIC.split("\n")[8:])
    head = text.split("\n")
    text = "\n".join(line for line in head if len(line) > 60)
    for old, new in (
        ("سامح شكري", host), ("شكري", host.split()[-1]), ("مولود جاويش أوغلو", guest),
        ("جاويش أوغلو", guest.split()[-1]), ("المصري", other[4]), ("التركي", one[4]),
        ("تركي ", f"{one[4].removeprefix('ال')} "), ("مصر", other[3]), ("تركيا", one[3]),
        ("القاهرة", other[5]), ("أنقرة", one[5]),
        ("السبت 18 آذار/مارس 2023", f"{day.day} {_MONTHS[day.month - 1]} {day.year}"),
        ("رجب طيب أردوغان ", ""), ("عبد الفتاح السيسي ", ""), ("عشر سنوات", f"{3 + k % 40} سنة"),
    ):  # fmt: skip
        text = text.replace(old, new)
    title = f"{host.split()[-1]} و{guest.split()[-1]} يبحثان في {other[5]} الملف رقم {k}"
    return Article("ar", title, f"{text}\nوكان هذا هو اللقاء رقم {k} بين الجانبين.", day)
