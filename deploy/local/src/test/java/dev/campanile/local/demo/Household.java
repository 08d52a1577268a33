package dev.campanile.local.demo;

import java.util.List;

/**
 * A country of the invented grocer: how many customers live there, their names, language and
 * clocks, and numbers that are kept for fiction wherever the country keeps some.
 *
 * @param phone a format for a running number
 * @param phones how many numbers the format gives
 */
record Household(
    String country,
    int customers,
    List<String> locales,
    List<String> firstNames,
    List<String> lastNames,
    List<String> zones,
    List<String> phone,
    int phones) {

  private static final List<String> ITALIAN =
      List.of(
          "Giulia",
          "Marco",
          "Francesca",
          "Luca",
          "Elena",
          "Davide",
          "Sara",
          "Matteo",
          "Ilaria",
          "Niccolò",
          "Beatrice",
          "Tommaso",
          "Aurora",
          "Pietro",
          "Marta",
          "Stefano",
          "Noemi",
          "Edoardo");
  private static final List<String> GERMAN =
      List.of(
          "Lena",
          "Felix",
          "Hannah",
          "Jürgen",
          "Sophie",
          "Matthias",
          "Clara",
          "Sebastian",
          "Greta",
          "Till",
          "Annika",
          "Moritz",
          "Käthe",
          "Lukas",
          "Frieda",
          "Benedikt",
          "Mira",
          "Konstantin");
  private static final List<String> ENGLISH =
      List.of(
          "Amelia", "Oscar", "Isla", "Theo", "Freya", "Rory", "Poppy", "Callum", "Maisie", "Hugo",
          "Niamh", "Declan", "Zoë", "Ewan", "Harriet", "Silas", "Wren", "Jasper");

  static final List<Household> ALL =
      List.of(
          new Household(
              "IT",
              260,
              List.of("it"),
              ITALIAN,
              List.of(
                  "Ferrero",
                  "Colombo",
                  "Marchetti",
                  "Sartori",
                  "De Luca",
                  "Bellini",
                  "Gallo",
                  "Rinaldi",
                  "Moretti",
                  "Caruso",
                  "Pellegrini",
                  "Vitale",
                  "D'Angelo",
                  "Zanetti"),
              List.of("Europe/Rome"),
              List.of("+39320%07d"),
              1_000),
          new Household(
              "DE",
              170,
              List.of("de"),
              GERMAN,
              List.of(
                  "Krüger",
                  "Albrecht",
                  "Schäfer",
                  "Vogt",
                  "Lindner",
                  "Groß",
                  "Paulsen",
                  "Hartwig",
                  "Engel",
                  "Seidel",
                  "Brandt",
                  "Thiele",
                  "Kessler",
                  "Möller"),
              List.of("Europe/Berlin"),
              List.of("+4917604069%03d"),
              1_000),
          new Household(
              "GB",
              110,
              List.of("en", "en-GB"),
              ENGLISH,
              List.of(
                  "Ashworth",
                  "Bramley",
                  "Fairweather",
                  "Holloway",
                  "Kitteridge",
                  "Marlowe",
                  "Penhaligon",
                  "Thackeray",
                  "Whitlock",
                  "Yarrow"),
              List.of("Europe/London"),
              List.of("+447700010%03d"),
              1_000),
          new Household(
              "US",
              110,
              List.of("en", "en-US"),
              ENGLISH,
              List.of(
                  "Beaumont",
                  "Calloway",
                  "Delgado",
                  "Easton",
                  "Hawkins",
                  "Kowalski",
                  "Lindqvist",
                  "Okafor",
                  "Ramirez",
                  "Sullivan"),
              List.of(
                  "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
              List.of(
                  "+1212555%04d",
                  "+1312555%04d", "+1303555%04d", "+1415555%04d", "+1808555%04d", "+1602555%04d"),
              100),
          new Household(
              "AT",
              60,
              List.of("de", "de-AT"),
              GERMAN,
              List.of(
                  "Hofer", "Steiner", "Gruber", "Pichler", "Moser", "Wagner", "Leitner", "Eder"),
              List.of("Europe/Vienna"),
              List.of("+43660%07d"),
              1_000),
          new Household(
              "CH",
              60,
              List.of("de-CH", "it-CH", "de"),
              GERMAN,
              List.of(
                  "Meier", "Frei", "Zürcher", "Baumann", "Keller", "Brunner", "Ambühl", "Sutter"),
              List.of("Europe/Zurich"),
              List.of("+4176%07d"),
              1_000),
          new Household(
              "FR",
              50,
              List.of("en"),
              List.of(
                  "Camille", "Étienne", "Manon", "Baptiste", "Léa", "Rémi", "Juliette", "Aurélien"),
              List.of(
                  "Lefèvre", "Moreau", "Garnier", "Chevalier", "Rousseau", "Fontaine", "Perrin"),
              List.of("Europe/Paris"),
              List.of("+33600000%03d"),
              1_000),
          new Household(
              "AU",
              45,
              List.of("en", "en-AU"),
              ENGLISH,
              List.of(
                  "Abernathy", "Cobb", "Dunmore", "Gallipoli", "Nguyen", "Pickering", "Sandford"),
              List.of("Australia/Sydney", "Australia/Perth", "Australia/Brisbane"),
              List.of("+61491570%03d"),
              1_000),
          new Household(
              "IE",
              40,
              List.of("en", "en-IE"),
              ENGLISH,
              List.of(
                  "Brennan", "Corrigan", "Doherty", "Fitzgerald", "Kavanagh", "O'Shea", "Tierney"),
              List.of("Europe/Dublin"),
              List.of("+35387%07d"),
              1_000),
          new Household(
              "ES",
              40,
              List.of("en"),
              List.of("Lucía", "Álvaro", "Carmen", "Íñigo", "Paula", "Sergio", "Marina", "Rubén"),
              List.of("Ibáñez", "Castillo", "Navarro", "Peña", "Soler", "Vidal", "Herrero"),
              List.of("Europe/Madrid", "Atlantic/Canary"),
              List.of("+34600%06d"),
              1_000),
          new Household(
              "CA",
              35,
              List.of("en", "en-CA"),
              ENGLISH,
              List.of("Beauchamp", "Desrosiers", "Fraser", "Lachance", "MacLeod", "Tremblay"),
              List.of("America/Toronto", "America/Vancouver"),
              List.of("+1416555%04d", "+1604555%04d", "+1613555%04d"),
              100),
          new Household(
              "JP",
              20,
              List.of("en"),
              List.of("Haruka", "Kenji", "Yuki", "Sora", "Aiko", "Daichi"),
              List.of("Tanaka", "Fujimoto", "Kobayashi", "Mori", "Ishikawa"),
              List.of("Asia/Tokyo"),
              List.of("+819012340%03d"),
              1_000));

  /** The n-th number; the Americas keep 0100 to 0199 behind 555 for fiction. */
  String phone(int n) {
    int first = phones == 100 ? 100 : 0;
    return phone.get(n % phone.size()).formatted(first + n / phone.size());
  }
}
