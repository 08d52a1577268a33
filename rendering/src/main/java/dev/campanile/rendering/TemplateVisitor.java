package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Literal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import liqp.TemplateParser;
import liqp.nodes.AtomNode;
import liqp.nodes.FilterNode;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.misc.Interval;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.Atom_othersContext;
import liquid.parser.v4.LiquidParser.Cycle_tagContext;
import liquid.parser.v4.LiquidParser.Empty_tagContext;
import liquid.parser.v4.LiquidParser.ExprContext;
import liquid.parser.v4.LiquidParser.Expr_termContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.Include_relative_tagContext;
import liquid.parser.v4.LiquidParser.Include_tagContext;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.LookupContext;
import liquid.parser.v4.LiquidParser.Lookup_IdContext;
import liquid.parser.v4.LiquidParser.Lookup_StrContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Other_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.Param_exprContext;
import liquid.parser.v4.LiquidParser.Param_expr_exprContext;
import liquid.parser.v4.LiquidParser.Raw_tagContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParser.Table_tagContext;
import liquid.parser.v4.LiquidParser.TermContext;
import liquid.parser.v4.LiquidParser.Term_NilContext;
import liquid.parser.v4.LiquidParser.Term_lookupContext;

/**
 * Turns a parsed template into nodes that know the author's text from values, and required
 * variables from optional ones: required where they are put out, looped over or given to a filter;
 * optional in conditions, in assignments, and before {@code default}.
 */
final class TemplateVisitor extends NodeVisitor {

  private static final String DEFAULT = "default";

  private final Set<ParseTree> required = Collections.newSetFromMap(new IdentityHashMap<>());

  TemplateVisitor(TemplateParser parser) {
    super(parser.insertions, parser.filters, parser.liquidStyleInclude);
  }

  @Override
  public LNode visitAtom_others(Atom_othersContext ctx) {
    return new AtomNode(new Literal(ctx.getText()));
  }

  @Override
  public LNode visitRaw_tag(Raw_tagContext ctx) {
    return new AtomNode(new Literal(ctx.raw_body().getText()));
  }

  /** <code>{% # a remark %}</code>: liqp has no node for it, and its loops stumble over that. */
  @Override
  public LNode visitEmpty_tag(Empty_tagContext ctx) {
    return new AtomNode("");
  }

  @Override
  public LNode visitOutput(OutputContext ctx) {
    boolean optional = hasDefault(ctx.filter());
    if (!optional) {
      require(ctx.term());
    }
    boolean nil = ctx.term() instanceof Term_NilContext;
    return new OutputValue(super.visitOutput(ctx), ctx.term().getText(), nil);
  }

  private static boolean hasDefault(List<FilterContext> filters) {
    return filters.stream().anyMatch(filter -> filter.Id().getText().equals(DEFAULT));
  }

  @Override
  public FilterNode visitFilter(FilterContext ctx) {
    if (ctx.params() != null && !ctx.Id().getText().equals(DEFAULT)) {
      for (Param_exprContext param : ctx.params().param_expr()) {
        if (param instanceof Param_expr_exprContext plain) {
          require(plain.expr());
        }
      }
    }
    return super.visitFilter(ctx);
  }

  @Override
  public LNode visitFor_array(For_arrayContext ctx) {
    required.add(ctx.lookup());
    return super.visitFor_array(ctx);
  }

  /** What a loop turns over. */
  LNode items(LookupContext lookup) {
    required.add(lookup);
    return visit(lookup);
  }

  private void require(ExprContext expression) {
    if (expression instanceof Expr_termContext plain) {
      require(plain.term());
    }
  }

  private void require(TermContext term) {
    if (term instanceof Term_lookupContext lookup) {
      required.add(lookup.lookup());
    }
  }

  @Override
  public LookupNode visitLookup_id_indexes(Lookup_id_indexesContext ctx) {
    var node = new VariableNode(ctx.id().getText(), ctx.getText(), required.contains(ctx));
    for (IndexContext index : ctx.index()) {
      if (index.Dot() != null) {
        node.add(new LookupNode.Hash(index.id2().getText()));
      } else {
        node.add(new VariableNode.Key(visit(index.expr()), index.expr().getText()));
      }
    }
    return node;
  }

  @Override
  public LookupNode visitLookup_Str(Lookup_StrContext ctx) {
    String quoted = ctx.Str().getText();
    return new VariableNode(
        quoted.substring(1, quoted.length() - 1), ctx.getText(), required.contains(ctx));
  }

  @Override
  public LookupNode visitLookup_Id(Lookup_IdContext ctx) {
    return new VariableNode("@" + ctx.Id().getText(), ctx.getText(), required.contains(ctx));
  }

  @Override
  public LNode visitSimple_tag(Simple_tagContext ctx) {
    if (ctx.SimpleTagId().getText().equals(AbortTag.NAME)) {
      String reason = ctx.other_tag_parameters() == null ? "" : source(ctx.other_tag_parameters());
      return AbortTag.node(reason);
    }
    return super.visitSimple_tag(ctx);
  }

  /** As written: the token texts alone have lost their spaces. */
  private static String source(ParserRuleContext ctx) {
    return ctx.start
        .getInputStream()
        .getText(Interval.of(ctx.start.getStartIndex(), ctx.stop.getStopIndex()));
  }

  @Override
  public LNode visitInclude_tag(Include_tagContext ctx) {
    throw notOffered("include");
  }

  @Override
  public LNode visitInclude_relative_tag(Include_relative_tagContext ctx) {
    throw notOffered("include_relative");
  }

  @Override
  public LNode visitTable_tag(Table_tagContext ctx) {
    throw notOffered("tablerow");
  }

  @Override
  public LNode visitCycle_tag(Cycle_tagContext ctx) {
    throw notOffered("cycle");
  }

  @Override
  public LNode visitOther_tag(Other_tagContext ctx) {
    throw notOffered(ctx.BlockId().getText());
  }

  private static TemplateFault notOffered(String tag) {
    return new TemplateFault("the tag " + tag + " is not offered");
  }
}
