package dev.campanile.gateway.keyword;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was written, without case, accents, punctuation and invisible characters. */
record PlainText(List<String> words) {

  /** A reply is short. What is longer is read this far, so that no text costs much. */
  private static final int LONGEST = 2_000;

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Cf}'’‘`´]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern LETTER_WITHOUT_PARTS = Pattern.compile("[ŁØÆŒĐ]");

  /** Letters with a stroke or a ligature, which Unicode does not take apart. */
  private static final Map<String, String> PLAIN =
      Map.of("Ł", "L", "Ø", "O", "Æ", "AE", "Œ", "OE", "Đ", "D");

  static PlainText of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String bare =
        INVISIBLE.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD)).replaceAll("");
    String upper = bare.toUpperCase(Locale.ROOT);
    String plain =
        LETTER_WITHOUT_PARTS.matcher(upper).replaceAll(it -> PLAIN.getOrDefault(it.group(), ""));
    return new PlainText(
        BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** In one piece: {@code stop all}, {@code S.T.O.P} and {@code opt-out} lose their gaps. */
  String joined() {
    return String.join("", words);
  }

  /** With a space around each word, so that a phrase is found only as whole words. */
  String spaced() {
    return " " + String.join(" ", words) + " ";
  }

  PlainText without(Set<String> unwanted) {
    return new PlainText(words.stream().filter(word -> !unwanted.contains(word)).toList());
  }

  PlainText withoutNumbers() {
    return new PlainText(
        words.stream().filter(word -> !word.chars().allMatch(Character::isDigit)).toList());
  }
}
