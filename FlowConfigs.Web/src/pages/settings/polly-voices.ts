/**
 * The voices that Amazon Polly has for a language, those of its neural engine first: it is what Connect speaks with by default.
 * https://docs.aws.amazon.com/polly/latest/dg/available-voices.html (November 2026). AWS adds voices, so others can be typed.
 */
const voices = new Map<string, string[]>([
  ['ar-AE', ['Hala', 'Zayd']],
  ['arb', ['Zeina']],
  ['ca-ES', ['Arlet']],
  ['cmn-CN', ['Zhiyu']],
  ['cs-CZ', ['Jitka']],
  ['cy-GB', ['Gwyneth']],
  ['da-DK', ['Sofie', 'Naja', 'Mads']],
  ['de-AT', ['Hannah']],
  ['de-CH', ['Sabrina']],
  ['de-DE', ['Vicki', 'Daniel', 'Marlene', 'Hans']],
  ['en-AU', ['Olivia', 'Nicole', 'Russell']],
  ['en-GB', ['Amy', 'Emma', 'Brian', 'Arthur']],
  ['en-IE', ['Niamh']],
  ['en-IN', ['Kajal', 'Aditi', 'Raveena']],
  ['en-NZ', ['Aria']],
  ['en-SG', ['Jasmine']],
  ['en-US', ['Joanna', 'Danielle', 'Gregory', 'Ivy', 'Joey', 'Justin', 'Kendra', 'Kevin', 'Kimberly', 'Matthew', 'Ruth', 'Salli', 'Stephen']],
  ['en-ZA', ['Ayanda']],
  ['es-ES', ['Lucia', 'Sergio', 'Conchita', 'Enrique']],
  ['es-MX', ['Mia', 'Andres']],
  ['es-US', ['Lupe', 'Pedro', 'Penelope', 'Miguel']],
  ['fi-FI', ['Suvi']],
  ['fr-BE', ['Isabelle']],
  ['fr-CA', ['Gabrielle', 'Liam', 'Chantal']],
  ['fr-FR', ['Lea', 'Remi', 'Celine', 'Mathieu']],
  ['hi-IN', ['Kajal', 'Aditi']],
  ['is-IS', ['Dora', 'Karl']],
  ['it-IT', ['Bianca', 'Adriano', 'Carla', 'Giorgio']],
  ['ja-JP', ['Tomoko', 'Kazuha', 'Takumi', 'Mizuki']],
  ['ko-KR', ['Seoyeon', 'Jihye']],
  ['nb-NO', ['Ida', 'Liv']],
  ['nl-BE', ['Lisa']],
  ['nl-NL', ['Laura', 'Lotte', 'Ruben']],
  ['pl-PL', ['Ola', 'Ewa', 'Maja', 'Jacek', 'Jan']],
  ['pt-BR', ['Camila', 'Vitoria', 'Thiago', 'Ricardo']],
  ['pt-PT', ['Ines', 'Cristiano']],
  ['ro-RO', ['Carmen']],
  ['ru-RU', ['Tatyana', 'Maxim']],
  ['sv-SE', ['Elin', 'Astrid']],
  ['tr-TR', ['Burcu', 'Filiz']],
  ['yue-CN', ['Hiujin']],
]);

export const pollyLanguages = [...voices.keys()];

/** Nothing for a language that Polly does not have. */
export const voicesOf = (tag: string): string[] => voices.get(tag) ?? [];

/** The language's own name: something to hear in each, such as "español (México)". */
export function sampleOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
