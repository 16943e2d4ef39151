"""An invented person in, a case that names her or him in forty ways and forty places out. Every name here is made up."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

FILLER = "The Velgrad Courier reported from the town of Velgrad."


@dataclass(frozen=True, slots=True)
class Cast:
    """One protected person: how Latin and Cyrillic reports write the name, and the stem no page may show."""

    given: str
    surname: str
    cyrillic: str  # given name, patronymic, surname
    cases: tuple[str, ...]  # other cases of given name and surname
    spellings: tuple[str, ...]  # other romanisations
    stems: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


CAST = (
    Cast(
        "Gulmira", "Bekmukhanova", "Гульмира Тасовна Бекмуханова",
        ("Гульмиры Бекмухановой", "Гульмире Бекмухановой", "Гульмиру Бекмуханову", "Бекмухановой Гульмирой", "о Бекмухановой"),
        ("Gulmira Bekmuhanova", "Gul'mira Bekmuxanova", "Gulmira Bekmukhanowa", "Гүлмира Бекмұханова", "Gülmira Bekmūhanova", "Bekmukhanova G.T."),
        ("bekmukhanov", "бекмұханов"),
    ),
    Cast(
        "Dmitri", "Zherdevsky", "Дмитрий Олегович Жердевский",
        ("Дмитрия Жердевского", "Дмитрию Жердевскому", "Жердевским Дмитрием", "о Дмитрии Жердевском", "Жердевского"),
        ("Dmitry Zherdevskiy", "Dmitrij Žerdevskij", "Dmitrii Zherdevskii", "Dmitriy Jerdevsky", "Zherdevski", "D.O. Zherdevsky"),
        ("zherdevsk",),
    ),
    Cast(
        "Yelena", "Ovrazhskaya", "Елена Петровна Овражская",
        ("Елены Овражской", "Елене Овражской", "Елену Овражскую", "Овражской Еленой", "об Овражской"),
        ("Elena Ovrazhskaia", "Jelena Ovražskaja", "Yelena Ovrajskaya", "Ovrazhskaya Y.P."),
        ("ovrazhsk",),
    ),
    Cast(
        "Anton", "Morschenko", "Антон Ильич Морщенко",
        ("Антона Морщенко", "Антону Морщенко", "с Антоном Морщенко", "Морщенко"),
        ("Anton Morshchenko", "Anton Morščenko", "Anton Morsenko", "A. Morshchenko"),
        ("morshenko",),
    ),
    Cast(
        "Yerlan", "Tuyakbergenov", "Ерлан Сериков Туякбергенов",
        ("Ерлана Туякбергенова", "Ерлану Туякбергенову", "Туякбергеновым", "о Туякбергенове"),
        ("Erlan Tuyakbergenov", "Ерлан Тұяқбергенов", "Erlan Tuiakbergenov", "Yerlan Tuyaqbergenov", "Tujakbergenov"),
        ("tuyakbergenov",),
    ),
)  # fmt: skip


def disguises(cast: Cast) -> dict[str, str]:
    """How a text can write the name; each shows it to a person who reads."""
    name, surname = cast.name, cast.surname
    middle = len(surname) // 2
    lookalike = surname.translate(str.maketrans("aeopcyx", "аеорсух"))
    given_c, patronymic, surname_c = cast.cyrillic.split()
    return {
        "full": name,
        "surname": surname,
        "reversed": f"{surname}, {cast.given}",
        "initial": f"{cast.given[0]}. {surname}",
        "initial after": f"{surname} {cast.given[0]}.",
        "upper": name.upper(),
        "lower": name.lower(),
        "possessive": f"{name}'s",
        "curly possessive": f"{name}’s",
        "Russian": cast.cyrillic,
        "Russian initials": f"{given_c[0]}.{patronymic[0]}. {surname_c}",
        "Russian upper": cast.cyrillic.upper(),
        "letter-spaced": " ".join(surname),
        "letter-spaced Russian": " ".join(surname_c.upper()),
        "dotted letters": "-".join(surname),
        "line-broken": f"{cast.given} {surname[:middle]}-\n{surname[middle:]}",
        "given and surname on two lines": f"{cast.given}\n{surname}",
        "soft hyphen": f"{cast.given} {surname[:middle]}\u00ad{surname[middle:]}",
        "zero width": f"{cast.given} {surname[:middle]}\u200b{surname[middle:]}",
        "word joiner": "\u2060".join(surname),
        "NFD": unicodedata.normalize("NFD", surname_c),
        "look-alikes": f"{cast.given} {lookalike}",
        "full width": "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in surname),
        "mathematical bold": "".join(chr(0x1D400 + ord(c) - 65) if c.isupper() else chr(0x1D41A + ord(c) - 97) for c in surname),
        "underscores": f"{cast.given}_{surname}",
        "joined": f"{cast.given}{surname}",
        "hashtag": f"#Free{cast.given}{surname}",
        "e-mail": f"{cast.given.lower()}.{surname.lower()}@mail.example",
        "handle": f"@{surname.lower()}{cast.given[0].lower()}",
        "percent": quote(cast.cyrillic.split()[2]),
        "slug": f"free-{cast.given.lower()}-{surname.lower()}-now",
        "hyphened": f"{surname}-Orlova" if surname.endswith("a") else f"{surname}-Orlov",
        "entities": "".join(f"&#{ord(c)};" for c in surname),
        **{f"case {n}": form for n, form in enumerate(cast.cases)},
        **{f"spelling {n}": form for n, form in enumerate(cast.spellings)},
    }  # fmt: skip


def documents(cast: Cast) -> list[dict[str, Any]]:
    """Rows of JSON Lines: the name in every field and every disguise."""
    rows = []
    for number, form in enumerate(disguises(cast).values()):
        text = f"VELGRAD. Ivan Dorin, a miner, was arrested in Velgrad on 12 March 2011 and told {form} so.\n\n{form}\n\n{FILLER}"
        rows.append(row(number, f"A report on case {number}", text))
    name, surname, russian = cast.name, cast.surname, cast.cyrillic
    slug = f"{cast.given}-{surname}".lower()
    percent = quote(russian.split()[2].lower())
    text = (
        f"Police arrested {name} in Velgrad on 12 March 2011, eyewitnesses said. {name} was sentenced to three years in prison on 4 May 2011.\n\n"
        f'Pavel Dorin said: "They beat {surname} in front of me."\n\n'
        f"According to {name}, 16 people were killed in Velgrad on 12 March 2011. According to Pavel Dorin, 30 people were killed in Velgrad on 12 March 2011.\n\n"
        f"Roza {surname} was arrested in {surname} Square on 13 March 2011, according to the {surname} Committee."
    )
    rows.append(
        row(
            100, f"{name} is free", text, author=f"{name}", outlet=f"{surname} Herald", outlet_address=f"{slug}.example"
        )
    )
    rows.append(
        row(
            101,
            "A call",
            text.split("\n")[0]
            + f"\n\nSend letters to: Ministry of Justice, 1 {surname} Street, Velgrad, justice@{slug}.example\nSuggested message: Free {name} at once.\n",
            url=f"http://a.example/free/{slug}",
        )
    )
    content = f"A picture and a link and a note [1].\n\nPavel Dorin was arrested on 12 March 2011 in Velgrad.\n\n[1] {name}, A letter, http://n.example/{slug}"
    rows.append(
        row(102, "Marks", content, url=f"http://a.example/{percent}") | {
            "marks": [
                {"kind": "link", "start": 2, "end": 9, "target": f"http://b.example/{slug}?q={percent}"},
                {"kind": "image", "start": 0, "end": 0, "target": f"http://b.example/img/{slug}.jpg"},
                {"kind": "link", "start": 14, "end": 20, "target": f"mailto:{slug}@x.example"},
            ],
            "blocks": [{"kind": "paragraph", "start": 0, "end": len(content)}],
            "endnotes": [{"label": "1", "start": content.index("[1] "), "end": len(content), "content": content[content.index("[1] "):], "references": [], "addresses": [f"http://n.example/{slug}"]}],
            "media": [{"kind": "image", "address": f"http://b.example/img/{slug}.jpg", "caption": f"{name} at home", "alt": f"Photo of {russian}", "place": 0}],
            "comments": [{"author": name, "content": f"I am {name}.", "id": "1"}, {"author": "X", "content": surname}],
            "post": {"id": f"http://a.example/{slug}", "title": f"Free {name}", "url": f"http://a.example/{slug}", "author": name, "comments": 2,
                     "outlet": {"name": f"{surname} blog", "address": f"{slug}.example"},
                     "terms": [{"taxonomy": "tag", "name": name, "slug": slug}, {"taxonomy": "category", "name": russian, "slug": percent}]},
            "repost_of": [{"outlet": {"name": f"{surname} Times", "address": f"{slug}.example"}, "how": f"via {name}", "url": f"http://x.example/{slug}", "author": name}],
            "sections": [{"start": 0, "end": 20, "author": {"name": name, "affiliation": f"{surname} fund"}, "title": f"By {name}"}],
        }
    )  # fmt: skip
    rows.append(
        row(
            103,
            f"{russian.split()[2]} на свободе",
            f"{russian} была арестована в Велграде 12 марта 2011 года, сообщил адвокат. Суд приговорил {cast.cases[0]} к трём годам.",
        )
    )
    return rows


def row(number: int, title: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"row-{number}",
        "title": title,
        "text": text,
        "outlet": "The Velgrad Courier",
        "published": f"2011-03-{number % 27 + 1:02}",
        **more,
    }
