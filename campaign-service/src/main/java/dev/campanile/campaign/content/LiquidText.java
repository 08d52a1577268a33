package dev.campanile.campaign.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTreeWalker;
import liqp.parser.Flavor;
import liqp.tags.Tag;

/**
 * One author's text, parsed: what in it is said as it stands, and what is Liquid. Nothing is
 * rendered here; the Liquid goes on to the gateway.
 */
final class LiquidText {

  private static final TemplateParser PARSER =
      new TemplateParser.Builder()
          .withFlavor(Flavor.LIQUID)
          .withErrorMode(TemplateParser.ErrorMode.STRICT)
          .withTag(new Abort())
          .build();

  private static final Pattern URL_START = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  /** Cannot stand in a URL. */
  private static final String URL_ENDS = "<>\"";

  /** What ends a sentence and not a URL. */
  private static final String PUNCTUATION = ".,;:!?'*_";

  private static final String TAG = "{%";

  private final String source;
  private final LiquidParts parts;

  private LiquidText(String source, LiquidParts parts) {
    this.source = source;
    this.parts = parts;
  }

  static LiquidText parse(String source) throws LiquidSyntaxException {
    try {
      var parts = new LiquidParts(source);
      ParseTreeWalker.DEFAULT.walk(parts, PARSER.parse(source).getParseTree());
      return new LiquidText(source, parts);
    } catch (LiquidException e) {
      throw new LiquidSyntaxException(plain(e));
    }
  }

  /** For a text that has been checked. */
  static LiquidText ofChecked(String source) {
    try {
      return parse(source);
    } catch (LiquidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String source() {
    return source;
  }

  /** The first part of every name that is looked up and not assigned in this very text. */
  Set<String> variables() {
    return parts.variables();
  }

  /** Those of the variables without which a message is not sent. */
  Set<String> requiredVariables() {
    return parts.requiredVariables();
  }

  /** Names that this very text gives a value. */
  Set<String> assigned() {
    return parts.assigned();
  }

  Set<String> filters() {
    return parts.filters();
  }

  /** Tags that a content must not use. */
  Set<String> forbiddenTags() {
    return parts.forbiddenTags();
  }

  List<LiquidOutput> outputs() {
    return parts.outputs();
  }

  /** The text with its literal parts and its Liquid parts each replaced. */
  String map(UnaryOperator<String> literal, UnaryOperator<String> liquid) {
    StringBuilder mapped = new StringBuilder();
    int from = 0;
    for (Span span : parts.literals()) {
      appendMapped(mapped, from, span.start(), liquid);
      appendMapped(mapped, span.start(), span.end(), literal);
      from = span.end();
    }
    appendMapped(mapped, from, source.length(), liquid);
    return mapped.toString();
  }

  private void appendMapped(StringBuilder to, int start, int end, UnaryOperator<String> mapping) {
    if (end > start) {
      to.append(mapping.apply(source.substring(start, end)));
    }
  }

  /** The text with outputs replaced, where {@code replacement} has one for them. */
  String replaceOutputs(Function<LiquidOutput, String> replacement) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (LiquidOutput output : parts.outputs()) {
      replaced.append(source, from, output.span().start()).append(replacement.apply(output));
      from = output.span().end();
    }
    return replaced.append(source, from, source.length()).toString();
  }

  /** The text with {@code | url_encode} on every output that stands inside a URL. */
  String withEncodedUrls() {
    List<Span> urls = urls();
    return replaceOutputs(
        output -> {
          boolean inUrl = urls.stream().anyMatch(url -> url.contains(output.span()));
          return inUrl ? output.urlEncoded() : output.text();
        });
  }

  /** The text with every URL in it replaced. */
  String replaceUrls(UnaryOperator<String> replacement) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (Span url : urls()) {
      replaced
          .append(source, from, url.start())
          .append(replacement.apply(source.substring(url.start(), url.end())));
      from = url.end();
    }
    return replaced.append(source, from, source.length()).toString();
  }

  /**
   * Where the author's URLs stand in the source. A URL goes on until a space; Liquid in it is part
   * of it.
   */
  List<Span> urls() {
    List<Span> urls = new ArrayList<>();
    Matcher start = URL_START.matcher(source);
    int from = 0;
    while (start.find(from)) {
      from = start.end();
      if (isLiteral(start.start())) {
        from = urlEnd(start.start(), start.end());
        urls.add(new Span(start.start(), from));
      }
    }
    return urls;
  }

  /** Whether a URL is made inside of Liquid, where nobody can tell it from other text. */
  boolean computesUrls() {
    return URL_START.matcher(source).results().anyMatch(url -> !isLiteral(url.start()));
  }

  private boolean isLiteral(int at) {
    return parts.literals().stream().anyMatch(span -> span.start() <= at && at < span.end());
  }

  private int urlEnd(int start, int from) {
    int end = from;
    while (end < source.length() && !(isLiteral(end) && endsUrl(source.charAt(end)))) {
      end++;
    }
    int tag = source.substring(start, end).indexOf(TAG);
    // A tag that begins before the URL ends it; one that begins and ends inside is its own.
    if (tag >= 0 && !isLiquid(source.substring(start, end))) {
      end = start + tag;
    }
    while (end > from && isLiteral(end - 1) && endsSentence(start, end)) {
      end--;
    }
    return end;
  }

  private static boolean endsUrl(char c) {
    return Character.isWhitespace(c) || URL_ENDS.indexOf(c) >= 0;
  }

  /** A closing bracket belongs to the URL when its opening does. */
  private boolean endsSentence(int start, int end) {
    return switch (source.charAt(end - 1)) {
      case ')' -> source.substring(start, end).indexOf('(') < 0;
      case ']' -> source.substring(start, end).indexOf('[') < 0;
      default -> PUNCTUATION.indexOf(source.charAt(end - 1)) >= 0;
    };
  }

  private static boolean isLiquid(String text) {
    try {
      parse(text);
      return true;
    } catch (LiquidSyntaxException e) {
      return false;
    }
  }

  private static String plain(LiquidException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("parser error ")
        ? message.substring("parser error ".length())
        : message;
  }

  /** Known here so that it is read; what it does, it does in the gateway. */
  private static final class Abort extends Tag {

    Abort() {
      super(LiquidParts.ABORT);
    }

    @Override
    public Object render(TemplateContext context, LNode... parameters) {
      throw new IllegalStateException("nothing is rendered here");
    }
  }

  /** A piece of the source, its end not included. */
  record Span(int start, int end) {

    boolean contains(Span other) {
      return start <= other.start && other.end <= end;
    }
  }
}
