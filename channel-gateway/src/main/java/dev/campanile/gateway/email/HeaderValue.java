package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * The value of one mail header; the only way to set one. The mail client below writes values as
 * they are, so a line break would add headers, and a whole body, of the attacker's choice.
 *
 * @param encoded ASCII; folded where RFC 2047 asks for it, by us alone
 */
record HeaderValue(String encoded) {

  /** RFC 5322 allows lines of 998; names are short. */
  private static final int LONGEST = 900;

  /** An encoded word has at most 75 characters; 45 bytes make 60 of Base64, and 12 are around. */
  private static final int WORD_BYTES = 45;

  static HeaderValue of(String text) {
    return new HeaderValue(isAscii(text) ? text : encodedWords(text));
  }

  /** An address cannot be encoded: beyond ASCII it is as it is, for servers that know SMTPUTF8. */
  static HeaderValue ofAddress(String address) {
    isAscii(address);
    return new HeaderValue(address);
  }

  /** Also refuses what no value may have. */
  private static boolean isAscii(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a header's value has at most " + LONGEST + " characters");
    }
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
        throw new IllegalArgumentException(
            "a header's value has no line breaks or control characters");
      }
      ascii &= c < 0x7f;
    }
    return ascii;
  }

  /** Splits between code points: half an emoji is none. */
  private static String encodedWords(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int codePoint : text.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      int size = character.getBytes(UTF_8).length;
      if (bytes + size > WORD_BYTES) {
        append(words, word);
        word.setLength(0);
        bytes = 0;
      }
      word.append(character);
      bytes += size;
    }
    append(words, word);
    return words.toString();
  }

  private static void append(StringBuilder words, CharSequence word) {
    if (!words.isEmpty()) {
      words.append("\r\n ");
    }
    words
        .append("=?UTF-8?B?")
        .append(Base64.getEncoder().encodeToString(word.toString().getBytes(UTF_8)))
        .append("?=");
  }
}
