package dev.campanile.local.demo;

import java.util.List;

/** The rows of the demo's customers that are written by hand. */
final class NamedRows {

  /** The four whose stories the demo tells. */
  static final List<String> ALL =
      List.of(
          "C-0001,Maeve,Gallagher,maeve.gallagher@example.com,+353870000101,en,IE,Europe/Dublin,SMS,,OPTED_IN,,checkout,2026-03-14T17:20:00Z,OUT_FOR_DELIVERY,B20414,14:00-16:00,,,yes",
          "C-0002,Jonas,Weidner,jonas.weidner@example.org,+491729925904,de,DE,Europe/Berlin,EMAIL,OPTED_IN,OPTED_IN,,loyalty card,2025-11-02T09:05:00Z,OUT_FOR_DELIVERY,B20415,11:00-13:00,CASE-300,,yes",
          "C-0003,Chiara,Fontana,chiara.fontana@example.net,+393209990103,it,IT,Europe/Rome,CHAT,OPTED_IN,,OPTED_IN,web form,2026-01-21T19:41:00Z,OUT_FOR_DELIVERY,B20416,17:00-19:00,,,yes",
          "C-0004,Oliver,Pemberton,oliver.pemberton@mail.example.org,+447700019104,en-GB,GB,Europe/London,EMAIL,OPTED_IN,OPTED_IN,,checkout,2024-09-30T12:12:00Z,OUT_FOR_DELIVERY,B20417,12:00-14:00,,,yes");

  /** What a real export holds too: each of these is refused, and the report says why. */
  static final List<String> MALFORMED =
      List.of(
          ",Nobody,Known,nobody.known@example.com,,en,GB,,EMAIL,OPTED_IN,,,checkout,2026-02-01T10:00:00Z,,,,,,",
          "X-0002,Greta,Tippfehler,greta.tippfehler(at)example.com,,de,DE,,EMAIL,OPTED_IN,,,web form,2026-02-02T10:00:00Z,,,,,,",
          "X-0003,Ugo,Cifre,ugo.cifre@example.com,+39 12,it,IT,,SMS,,OPTED_IN,,checkout,2026-02-03T10:00:00Z,,,,,,",
          "X-0004,Ada,Atlantis,ada.atlantis@example.com,,en,QQ,,EMAIL,OPTED_IN,,,checkout,2026-02-04T10:00:00Z,,,,,,",
          "X-0005,Marvin,Viking,marvin.viking@example.com,,en,US,Mars/Olympus_Mons,EMAIL,OPTED_IN,,,checkout,2026-02-05T10:00:00Z,,,,,,",
          "X-0006,Piper,Pigeon,piper.pigeon@example.com,,en,GB,,CARRIER_PIGEON,OPTED_IN,,,checkout,2026-02-06T10:00:00Z,,,,,,",
          "X-0007,Mabel,Maybe,mabel.maybe@example.com,,en,IE,,EMAIL,MAYBE,,,web form,2026-02-07T10:00:00Z,,,,,,",
          "X-0008,Tess,Tomorrow,tess.tomorrow@example.com,,en,GB,,EMAIL,OPTED_IN,,,checkout,next Tuesday,,,,,,",
          "X-0009,Few,Columns,few.columns@example.com",
          "X-0010,Many,Columns,many.columns@example.com,,en,GB,,EMAIL,OPTED_IN,,,checkout,2026-02-10T10:00:00Z,,,,,,one,too,many",
          "X-0011,Sandy,Suppress,sandy.suppress@example.com,,en,AU,,EMAIL,OPTED_IN,,,checkout,2026-02-11T10:00:00Z,,,,,EMAIL=forever,",
          "X-0012,Lin,Guist,lin.guist@example.com,,not a language,US,,EMAIL,OPTED_IN,,,checkout,2026-02-12T10:00:00Z,,,,,,");

  private NamedRows() {}

  static int in(String country) {
    return (int) ALL.stream().filter(row -> row.split(",", -1)[6].equals(country)).count();
  }
}
