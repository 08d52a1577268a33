package dev.campanile.rendering;

import dev.campanile.rendering.Choice.Branch;
import dev.campanile.rendering.Segment.Island;
import dev.campanile.rendering.Segment.Sequence;
import dev.campanile.rendering.Segment.Text;
import dev.campanile.rendering.Segment.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.AtomContext;
import liquid.parser.v4.LiquidParser.Atom_assignmentContext;
import liquid.parser.v4.LiquidParser.Atom_othersContext;
import liquid.parser.v4.LiquidParser.Atom_outputContext;
import liquid.parser.v4.LiquidParser.Atom_tagContext;
import liquid.parser.v4.LiquidParser.BlockContext;
import liquid.parser.v4.LiquidParser.Elsif_tagContext;
import liquid.parser.v4.LiquidParser.For_tagContext;
import liquid.parser.v4.LiquidParser.If_tagContext;
import liquid.parser.v4.LiquidParser.ParseContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParser.TagContext;
import liquid.parser.v4.LiquidParser.Unless_tagContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the segments of a template that liqp has read. Expressions and filters stay liqp's; text,
 * branches and plain loops become ours, and every other tag an island of liqp's.
 */
final class TemplateCompiler {

  /** liqp leaves a loop by dropping what its block has written: only its own blocks do that. */
  private static final Set<String> JUMPS = Set.of("break", "continue");

  private final TemplateVisitor nodes;
  private final @Nullable Escaping everywhere;

  private TemplateCompiler(TemplateVisitor nodes, @Nullable Escaping everywhere) {
    this.nodes = nodes;
    this.everywhere = everywhere;
  }

  /** Null for a template that only liqp renders as liqp does. */
  static @Nullable Sequence compile(TemplateVisitor nodes, ParseTree template, Form form) {
    if (!(template instanceof ParseContext parsed)) {
      return null;
    }
    Sequence all = new TemplateCompiler(nodes, form.everywhere()).block(parsed.block());
    return all == null || form.everywhere() != null ? all : all.placed(new HtmlPlacement());
  }

  /** Null when a jump out of a loop stands in it. */
  private @Nullable Sequence block(BlockContext block) {
    List<Segment> segments = new ArrayList<>();
    for (AtomContext atom : block.atom()) {
      if (!add(atom, segments)) {
        return null;
      }
    }
    return new Sequence(List.copyOf(segments));
  }

  private boolean add(AtomContext atom, List<Segment> to) {
    switch (atom) {
      case Atom_othersContext text -> to.add(Text.of(text.getText()));
      case Atom_outputContext output ->
          to.add(new Value(nodes.visitOutput(output.output()), everywhere));
      case Atom_assignmentContext assignment ->
          to.add(new Island(nodes.visitAssignment(assignment.assignment()), true, everywhere));
      case Atom_tagContext tag -> {
        return add(tag.tag(), to);
      }
      default -> throw new IllegalStateException("no part of a template: " + atom.getText());
    }
    return true;
  }

  private boolean add(TagContext tag, List<Segment> to) {
    if (tag.comment_tag() != null || tag.empty_tag() != null) {
      return true;
    }
    if (tag.raw_tag() != null) {
      to.add(Text.of(tag.raw_tag().raw_body().getText()));
      return true;
    }
    Segment segment;
    if (tag.if_tag() != null) {
      segment = choice(tag.if_tag());
    } else if (tag.unless_tag() != null) {
      segment = choice(tag.unless_tag());
    } else if (tag.for_tag() != null) {
      segment = loop(tag.for_tag());
    } else {
      segment = jumps(tag) ? null : island(tag);
    }
    return segment != null && to.add(segment);
  }

  private Segment island(ParseTree tag) {
    return new Island(nodes.visit(tag), false, everywhere);
  }

  private static boolean jumps(ParseTree tree) {
    if (tree instanceof Simple_tagContext tag && JUMPS.contains(tag.SimpleTagId().getText())) {
      return true;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (jumps(tree.getChild(i))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Segment choice(If_tagContext tag) {
    List<Branch> branches = new ArrayList<>();
    boolean whole = add(nodes.visit(tag.expr()), true, tag.block(), branches);
    for (Elsif_tagContext elsif : tag.elsif_tag()) {
      whole = whole && add(nodes.visit(elsif.expr()), true, elsif.block(), branches);
    }
    if (tag.else_tag() != null) {
      whole = whole && add(null, true, tag.else_tag().block(), branches);
    }
    return whole ? new Choice(List.copyOf(branches)) : null;
  }

  private @Nullable Segment choice(Unless_tagContext tag) {
    List<Branch> branches = new ArrayList<>();
    boolean whole = add(nodes.visit(tag.expr()), false, tag.block(), branches);
    if (tag.else_tag() != null) {
      whole = whole && add(null, true, tag.else_tag().block(), branches);
    }
    return whole ? new Choice(List.copyOf(branches)) : null;
  }

  private boolean add(
      @Nullable LNode test, boolean whenTrue, BlockContext block, List<Branch> branches) {
    Sequence body = block(block);
    return body != null && branches.add(new Branch(test, whenTrue, body));
  }

  /** Ours over a list and without a jump; liqp turns the others, and takes their jumps. */
  private Segment loop(For_tagContext tag) {
    LoopHead head = LoopHead.of(tag.for_array());
    if (head == null) {
      return island(tag);
    }
    BlockContext otherwise = tag.for_array().for_block().b;
    Sequence body = block(tag.for_array().for_block().a);
    Sequence whenEmpty = otherwise == null ? null : block(otherwise);
    return body == null || (otherwise != null && whenEmpty == null)
        ? island(tag)
        : new Loop(head, nodes.items(tag.for_array().lookup()), body, whenEmpty);
  }
}
