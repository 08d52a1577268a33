package dev.campanile.campaign.content;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import liqp.parser.Flavor;

/** Checks every text of one language by itself. */
final class TextCheck {

  /** Filled in when it is published, see {@link References}. */
  static final Set<String> RESOLVED_AT_PUBLISH = Set.of("offer", "callToAction");

  /** Names that mean something else already. */
  static final Set<String> RESERVED =
      Set.of(
          "offer",
          "callToAction",
          "unsubscribeUrl",
          "links",
          "forloop",
          "empty",
          "blank",
          "nil",
          "true",
          "false",
          "and",
          "or",
          "contains",
          "in");

  private static final Set<String> FILTERS = Flavor.LIQUID.getFilters().getMap().keySet();

  /** The host is written out: who a link leads to is never up to a customer's data. */
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?i)https?://[\\p{L}\\p{N}.-]+(:\\d{1,5})?([/?#].*)?");

  private final ContentDraft draft;
  private final String locale;
  private final LocaleText text;
  private final Findings findings;

  TextCheck(ContentDraft draft, String locale, LocaleText text, Findings findings) {
    this.draft = draft;
    this.locale = locale;
    this.text = text;
    this.findings = findings;
  }

  void check() {
    TextField.of(locale, text).forEach(this::check);
  }

  private void check(TextField field) {
    if (field.text().length() > field.limit()) {
      findings.add(field.pointer(), "at most " + field.limit() + " characters");
      return;
    }
    if (field.text().chars().anyMatch(c -> c < ' ' && !isAllowed((char) c, field.kind()))) {
      findings.add(
          field.pointer(),
          switch (field.kind()) {
            case LINE, URL -> "must be one line without control characters";
            case TEXT, OVERRIDE -> "must not contain control characters";
          });
      return;
    }
    try {
      check(field, LiquidText.parse(field.text()));
    } catch (LiquidSyntaxException e) {
      findings.add(field.pointer(), "not valid Liquid: " + e.getMessage());
    }
  }

  private static boolean isAllowed(char control, TextField.Kind kind) {
    return switch (kind) {
      case LINE, URL -> false;
      case TEXT, OVERRIDE -> control == '\n' || control == '\r' || control == '\t';
    };
  }

  private void check(TextField field, LiquidText liquid) {
    for (String tag : liquid.forbiddenTags()) {
      findings.add(field.pointer(), "`" + tag + "` must not be used in a content");
    }
    for (String filter : liquid.filters()) {
      if (!FILTERS.contains(filter)) {
        findings.add(
            field.pointer(), "there is no filter `" + filter + "`" + suggestion(filter, FILTERS));
      }
    }
    for (String name : liquid.variables()) {
      checkDeclared(field, name);
    }
    findings.addAll(field.pointer(), References.faultsIn(liquid, text));
    checkAssigned(field, liquid);
    if (field.kind() == TextField.Kind.URL && !WEB_ADDRESS.matcher(field.text()).matches()) {
      findings.add(
          field.pointer(), "must begin with https:// or http:// and a host that is written out");
    } else if (field.kind() == TextField.Kind.URL && hasSpaces(liquid)) {
      findings.add(field.pointer(), "must not contain spaces; write %20");
    }
  }

  private static boolean hasSpaces(LiquidText liquid) {
    return liquid
        .map(literal -> literal, _ -> "")
        .strip()
        .chars()
        .anyMatch(Character::isWhitespace);
  }

  /** Who follows a link is led on later, when what the text around it assigned is gone. */
  private void checkAssigned(TextField field, LiquidText liquid) {
    for (String name : liquid.assigned()) {
      if (RESERVED.contains(name)) {
        findings.add(field.pointer(), "`" + name + "` is taken; assign to another name");
      }
    }
    for (LiquidText.Span span : liquid.urls()) {
      String url = field.text().substring(span.start(), span.end());
      for (String name : LiquidText.ofChecked(url).variables()) {
        if (liquid.assigned().contains(name)) {
          findings.add(
              field.pointer(),
              "a link uses `"
                  + name
                  + "`, which is assigned outside of it; use declared variables");
        }
      }
    }
  }

  private void checkDeclared(TextField field, String name) {
    if (draft.variables().containsKey(name) || RESOLVED_AT_PUBLISH.contains(name)) {
      return;
    }
    if (name.equals("unsubscribeUrl")) {
      findings.add(field.pointer(), "leave `unsubscribeUrl` out: the layout adds the link");
      return;
    }
    if (name.equals("links")) {
      findings.add(
          field.pointer(),
          "leave `links` out: write the address itself, such as https://example.com/shop; it"
              + " becomes a link that is tracked when the content is published");
      return;
    }
    Collection<String> known = new TreeSet<>(draft.variables().keySet());
    known.addAll(RESOLVED_AT_PUBLISH);
    String suggestion = suggestion(name, known);
    findings.add(
        field.pointer(),
        "`"
            + name
            + "` is not declared"
            + (suggestion.isEmpty() ? "; declare it under /variables" : suggestion));
  }

  private static String suggestion(String written, Collection<String> known) {
    return Nearest.to(written, List.copyOf(known))
        .map(name -> "; did you mean `" + name + "`?")
        .orElse("");
  }
}
