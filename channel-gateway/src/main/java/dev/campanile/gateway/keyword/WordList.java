package dev.campanile.gateway.keyword;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language, as its file lists them.
 *
 * @param stop whole answers that stop
 * @param softStop parts of a sentence that asks to stop
 * @param notStop parts of a sentence that only look like it; they are read over
 * @param start whole answers that undo a stop
 * @param help whole answers that ask who we are
 * @param courtesy words beside which a stop word is still one
 * @param replies what is answered
 */
record WordList(
    @JsonProperty(required = true) List<String> stop,
    @JsonProperty(required = true) List<String> softStop,
    @JsonProperty(required = true) List<String> notStop,
    @JsonProperty(required = true) List<String> start,
    @JsonProperty(required = true) List<String> help,
    @JsonProperty(required = true) List<String> courtesy,
    @JsonProperty(required = true) ReplyTexts replies) {

  /** Each has a file of its name beside this class. Everybody may answer in any of them. */
  private static final List<String> LANGUAGES =
      List.of(
          "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ro",
          "sv");

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  static List<WordList> all() {
    return LANGUAGES.stream().map(WordList::of).toList();
  }

  static Map<String, WordList> byLanguage() {
    Map<String, WordList> lists = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> lists.put(language, of(language)));
    return lists;
  }

  static WordList of(String language) {
    try (InputStream json = WordList.class.getResourceAsStream(language + ".json")) {
      if (json == null) {
        throw new IllegalStateException("the gateway was built without the words of " + language);
      }
      return MAPPER.readValue(json, WordList.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words of " + language, e);
    }
  }
}
