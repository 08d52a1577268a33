package dev.campanile.gateway.unsubscribe;

import java.util.Locale;

/** What the page says, in the languages it speaks. */
public record PageText(
    String language,
    String title,
    String question,
    String explanation,
    String button,
    String doneTitle,
    String done,
    String unknownTitle,
    String unknown) {

  private static final PageText ENGLISH =
      new PageText(
          "en",
          "Unsubscribe",
          "Stop getting these messages from",
          "One press and we stop. Messages about your own orders still come.",
          "Unsubscribe",
          "Done",
          "You will get no more of these messages from",
          "This link is not complete",
          "Please open the link in your message again, or answer the message and ask us to stop.");

  private static final PageText ITALIAN =
      new PageText(
          "it",
          "Annulla l’iscrizione",
          "Non vuoi più ricevere questi messaggi da",
          "Basta un clic. I messaggi sui tuoi ordini continueranno ad arrivare.",
          "Annulla l’iscrizione",
          "Fatto",
          "Non riceverai più questi messaggi da",
          "Questo link non è completo",
          "Apri di nuovo il link nel tuo messaggio, oppure rispondi al messaggio e chiedici di smettere.");

  private static final PageText GERMAN =
      new PageText(
          "de",
          "Abmelden",
          "Keine solchen Nachrichten mehr von",
          "Ein Klick genügt. Nachrichten zu Ihren Bestellungen kommen weiterhin.",
          "Abmelden",
          "Erledigt",
          "Sie erhalten keine solchen Nachrichten mehr von",
          "Dieser Link ist unvollständig",
          "Bitte öffnen Sie den Link in Ihrer Nachricht noch einmal, oder antworten Sie darauf mit der Bitte, aufzuhören.");

  static PageText in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "it" -> ITALIAN;
      case "de" -> GERMAN;
      default -> ENGLISH;
    };
  }
}
