package dev.campanile.gateway.email.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A header field in its relaxed form (RFC 6376, 3.4.2): the name in lower case, unfolded, one space
 * for any blanks, none around the value.
 */
record RelaxedField(String name, String line) {

  static List<RelaxedField> of(byte[] mail, int start, int end) {
    List<RelaxedField> fields = new ArrayList<>(16);
    int from = start;
    for (int i = start; i < end; i++) {
      boolean folded = i + 1 < end && (mail[i + 1] == ' ' || mail[i + 1] == '\t');
      if (mail[i] == '\n' && !folded) {
        String field = new String(mail, from, i + 1 - from, UTF_8);
        int colon = field.indexOf(':');
        if (colon > 0) {
          String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
          fields.add(new RelaxedField(name, name + ':' + relaxed(field.substring(colon + 1))));
        }
        from = i + 1;
      }
    }
    return fields;
  }

  static String relaxed(String value) {
    StringBuilder relaxed = new StringBuilder(value.length());
    boolean blank = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        blank = true;
      } else {
        if (blank && !relaxed.isEmpty()) {
          relaxed.append(' ');
        }
        blank = false;
        relaxed.append(c);
      }
    }
    return relaxed.toString();
  }
}
