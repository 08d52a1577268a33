package dev.campanile.campaign.content;

import dev.campanile.campaign.content.LiquidText.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liquid.parser.v4.LiquidParser;
import liquid.parser.v4.LiquidParserBaseListener;
import org.jspecify.annotations.Nullable;

/** Walks a parsed template and notes what it says, looks up and does. */
final class LiquidParts extends LiquidParserBaseListener {

  /** Ends one customer's message with a reason. */
  static final String ABORT = "abort";

  private static final Set<String> SIMPLE_TAGS = Set.of(ABORT, "break", "continue");

  private static final String DEFAULT = "default";

  /** What a loop offers inside itself. */
  private static final String FORLOOP = "forloop";

  private final String source;
  private final List<Span> literals = new ArrayList<>();
  private final List<LiquidOutput> outputs = new ArrayList<>();
  private final Set<String> lookups = new TreeSet<>();
  private final Set<String> required = new TreeSet<>();
  private final Set<String> locals = new HashSet<>(Set.of(FORLOOP));
  private final Set<String> filters = new TreeSet<>();
  private final Set<String> forbiddenTags = new TreeSet<>();

  LiquidParts(String source) {
    this.source = source;
  }

  List<Span> literals() {
    return literals;
  }

  List<LiquidOutput> outputs() {
    return outputs;
  }

  Set<String> filters() {
    return filters;
  }

  Set<String> forbiddenTags() {
    return forbiddenTags;
  }

  Set<String> variables() {
    var variables = new TreeSet<>(lookups);
    variables.removeAll(locals);
    return variables;
  }

  /**
   * Those of the variables that stop the message when they are missing: what is put out, looped
   * over or given to a filter, but for what has a {@code default} there.
   */
  Set<String> requiredVariables() {
    var names = new TreeSet<>(required);
    names.removeAll(locals);
    return names;
  }

  /** Names that the text gives a value itself. */
  Set<String> assigned() {
    var assigned = new TreeSet<>(locals);
    assigned.remove(FORLOOP);
    return assigned;
  }

  @Override
  public void enterOther(LiquidParser.OtherContext literal) {
    literals.add(spanOf(literal));
  }

  @Override
  public void enterOutput(LiquidParser.OutputContext output) {
    if (output.filter().stream().noneMatch(filter -> isDefault(filter))) {
      require(output.term());
    }
    var term = output.expr() == null ? output.term() : output.expr();
    outputs.add(
        new LiquidOutput(
            spanOf(output),
            textOf(output),
            term == null ? "" : term.getText(),
            output.filter().stream().map(filter -> filter.Id().getText()).toList()));
  }

  @Override
  public void enterFilter(LiquidParser.FilterContext filter) {
    filters.add(filter.Id().getText());
    if (filter.params() != null && !isDefault(filter)) {
      for (LiquidParser.Param_exprContext param : filter.params().param_expr()) {
        if (param instanceof LiquidParser.Param_expr_exprContext plain
            && plain.expr() instanceof LiquidParser.Expr_termContext value) {
          require(value.term());
        }
      }
    }
  }

  private static boolean isDefault(LiquidParser.FilterContext filter) {
    return filter.Id().getText().equals(DEFAULT);
  }

  private void require(LiquidParser.@Nullable TermContext term) {
    if (term instanceof LiquidParser.Term_lookupContext value) {
      require(value.lookup());
    }
  }

  private void require(LiquidParser.LookupContext lookup) {
    if (lookup instanceof LiquidParser.Lookup_id_indexesContext named) {
      required.add(named.id().getText());
    }
  }

  @Override
  public void enterLookup_id_indexes(LiquidParser.Lookup_id_indexesContext lookup) {
    lookups.add(lookup.id().getText());
  }

  @Override
  public void enterLookup_Id(LiquidParser.Lookup_IdContext lookup) {
    forbiddenTags.add(lookup.getText());
  }

  @Override
  public void enterLookup_Str(LiquidParser.Lookup_StrContext lookup) {
    forbiddenTags.add(lookup.getText());
  }

  @Override
  public void enterAssignment(LiquidParser.AssignmentContext assignment) {
    locals.add(assignment.id().getText());
  }

  @Override
  public void enterCapture_tag_Id(LiquidParser.Capture_tag_IdContext capture) {
    locals.add(capture.id().getText());
  }

  @Override
  public void enterCapture_tag_Str(LiquidParser.Capture_tag_StrContext capture) {
    forbiddenTags.add("capture " + capture.Str().getText());
  }

  @Override
  public void enterFor_array(LiquidParser.For_arrayContext loop) {
    locals.add(loop.id().getText());
    require(loop.lookup());
  }

  @Override
  public void enterFor_range(LiquidParser.For_rangeContext loop) {
    locals.add(loop.id().getText());
  }

  @Override
  public void enterInclude_tag(LiquidParser.Include_tagContext tag) {
    forbiddenTags.add("include");
  }

  @Override
  public void enterInclude_relative_tag(LiquidParser.Include_relative_tagContext tag) {
    forbiddenTags.add("include_relative");
  }

  @Override
  public void enterRaw_tag(LiquidParser.Raw_tagContext tag) {
    forbiddenTags.add("raw");
  }

  @Override
  public void enterTable_tag(LiquidParser.Table_tagContext tag) {
    forbiddenTags.add("tablerow");
  }

  @Override
  public void enterSimple_tag(LiquidParser.Simple_tagContext tag) {
    String name = tag.SimpleTagId().getText().strip().toLowerCase(Locale.ROOT);
    if (!SIMPLE_TAGS.contains(name)) {
      forbiddenTags.add(name);
    }
  }

  @Override
  public void enterOther_tag(LiquidParser.Other_tagContext tag) {
    forbiddenTags.add(tag.BlockId().getText().strip().toLowerCase(Locale.ROOT));
  }

  /** The parser counts code points; a string counts UTF-16 units. */
  private Span spanOf(ParserRuleContext part) {
    int start = source.offsetByCodePoints(0, part.getStart().getStartIndex());
    return new Span(start, source.offsetByCodePoints(0, part.getStop().getStopIndex() + 1));
  }

  private String textOf(ParserRuleContext part) {
    Span span = spanOf(part);
    return source.substring(span.start(), span.end());
  }
}
