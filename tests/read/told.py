"""Prints what is read from invented documents as JSON, one line each, sorted: `python told.py forward|backward`."""

from __future__ import annotations

import sys

from according.domain.codec import canonical
from according.read import attributions, dates, plain_document, statements

DOCUMENTS = (
    ("en", "Police shot dead ten striking miners in Velmar on Friday and wounded more than 70, the health ministry said. "
           "Anna Dorova, president of the union, told reporters that 30 workers had been arrested. She was released on Monday."),
    ("en", "A court in Velmar sentenced Boris Talin, 35, to seven years in prison for inciting social discord, according to his lawyer. "
           "“They beat me and threatened my daughter,” he testified. Human rights groups demanded an investigation."),
    ("en", "The company denied that it had fired 400 workers. Sources say at least twelve people, among them two children, were allegedly "
           "tortured by officers of the Northern Police Department between 16 and 18 December 2013."),
    ("ru", "Полиция убила десять бастующих шахтёров в пятницу, сообщило министерство. По словам адвоката Анны Доровой, ещё 30 рабочих "
           "были задержаны. Суд приговорил Бориса Талина к семи годам лишения свободы."),
    ("ru", "Активистка Мария Зорина объявила голодовку 3 марта 2014 года. Как заявил её отец, она была избита в колонии."),
    ("es", "La policía mató a tres manifestantes el viernes, según la fiscalía. Ana Moreda, dirigente sindical, fue detenida por agentes."),
    ("es", "Al menos 16 mineros murieron en la ciudad de Zarata, informó el diario La Voz. El gobierno negó que la policía los matara."),
)  # fmt: skip


def main(order: str) -> None:
    """Read in this order, print in one order."""
    lines = []
    for language, text in DOCUMENTS if order == "forward" else reversed(DOCUMENTS):
        lines += [canonical(one) for one in statements(plain_document(text, published="2014-03-12", language=language))]
        lines += [repr(one) for one in (*attributions(text, language=language), *dates(text, "2014-03-12", language))]
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main(sys.argv[1])
