package dev.campanile.gateway.tracking;

import java.util.Locale;

/** What the page says, in the languages it speaks. */
public record PageText(String language, String title, String explanation) {

  static PageText unknown(Locale locale) {
    return switch (locale.getLanguage()) {
      case "it" ->
          new PageText(
              "it",
              "Questo link non porta più da nessuna parte",
              "Forse non è completo, o il messaggio è molto vecchio. Apri di nuovo il link nel tuo messaggio.");
      case "de" ->
          new PageText(
              "de",
              "Dieser Link führt nirgendwohin",
              "Vielleicht ist er unvollständig, oder die Nachricht ist sehr alt. Bitte öffnen Sie den Link in Ihrer Nachricht noch einmal.");
      default ->
          new PageText(
              "en",
              "This link leads nowhere",
              "It may not be complete, or the message is very old. Please open the link in your message again.");
    };
  }

  static PageText later(Locale locale) {
    return switch (locale.getLanguage()) {
      case "it" -> new PageText("it", "Un momento, per favore", "Riprova tra qualche secondo.");
      case "de" ->
          new PageText(
              "de",
              "Einen Moment bitte",
              "Bitte versuchen Sie es in einigen Sekunden noch einmal.");
      default -> new PageText("en", "One moment, please", "Please try again in a few seconds.");
    };
  }
}
