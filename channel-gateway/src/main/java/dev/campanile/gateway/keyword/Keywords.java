package dev.campanile.gateway.keyword;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Recognises opt-out, opt-in and help words in what customers write, in every language we have
 * words of. A keyword is the whole answer; a sentence is looked through for phrases that ask to
 * stop. In doubt it is a {@link Intent.SoftStop}. Safe for concurrent use.
 */
@Singleton
public final class Keywords {

  private static final String BEFORE_SHORT_CODE = "STOP";

  private final Map<String, String> stop;
  private final Map<String, String> start;
  private final Map<String, String> help;
  private final Set<String> courtesy;
  private final List<Phrase> softStop;
  private final List<Phrase> notStop;

  @Inject
  public Keywords() {
    this(WordList.all());
  }

  Keywords(List<WordList> languages) {
    stop = words(languages, WordList::stop);
    start = words(languages, WordList::start);
    help = words(languages, WordList::help);
    courtesy = words(languages, WordList::courtesy).keySet();
    softStop = phrases(languages, WordList::softStop);
    notStop = phrases(languages, WordList::notStop);
  }

  /** Never fails, whatever was written. */
  public Intent interpret(String text) {
    PlainText plain = PlainText.of(text);
    Optional<Intent> keyword =
        find(stop, plain)
            .<Intent>map(Intent.Stop::new)
            .or(() -> find(start, plain).map(Intent.Start::new))
            .or(() -> find(help, plain).map(Intent.Help::new));
    return keyword
        .or(() -> politeStop(plain).map(Intent.SoftStop::new))
        .or(() -> stopOnItsOwnLine(text).map(Intent.SoftStop::new))
        .or(() -> stopInSentence(plain).map(Intent.SoftStop::new))
        .orElseGet(Intent.None::new);
  }

  /** The whole text, be it written apart, said several times or, for STOP, with a short code. */
  private static Optional<String> find(Map<String, String> words, PlainText text) {
    String whole = words.get(text.joined());
    if (whole != null) {
      return Optional.of(whole);
    }
    // "CANCEL 4711" is about an order, but "STOP 36111" is how the French are told to stop.
    List<String> said =
        text.words().contains(BEFORE_SHORT_CODE) ? text.withoutNumbers().words() : text.words();
    return said.stream().distinct().count() == 1
        ? Optional.ofNullable(words.get(said.getFirst()))
        : Optional.empty();
  }

  private Optional<String> politeStop(PlainText text) {
    PlainText bare = text.without(courtesy);
    return bare.isEmpty() ? Optional.empty() : find(stop, bare);
  }

  /** A signature may follow. */
  private Optional<String> stopOnItsOwnLine(String text) {
    return text.lines()
        .map(PlainText::of)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .flatMap(line -> find(stop, line));
  }

  private Optional<String> stopInSentence(PlainText text) {
    String sentence = text.spaced();
    for (Phrase phrase : notStop) {
      sentence = sentence.replace(phrase.spaced(), " | ");
    }
    String rest = sentence;
    return softStop.stream()
        .filter(phrase -> rest.contains(phrase.spaced()))
        .map(Phrase::written)
        .findFirst();
  }

  /** As compared, to as our list writes it. */
  private static Map<String, String> words(
      List<WordList> languages, Function<WordList, List<String>> part) {
    return languages.stream()
        .flatMap(language -> part.apply(language).stream())
        .collect(
            toUnmodifiableMap(
                word -> PlainText.of(word).joined(), word -> word, (first, _) -> first));
  }

  private static List<Phrase> phrases(
      List<WordList> languages, Function<WordList, List<String>> part) {
    return languages.stream()
        .flatMap(language -> part.apply(language).stream())
        .distinct()
        .map(written -> new Phrase(PlainText.of(written).spaced(), written))
        .toList();
  }

  private record Phrase(String spaced, String written) {}
}
