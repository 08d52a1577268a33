package dev.campanile.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import liqp.LValue;
import liqp.TemplateContext;
import liqp.blocks.For.ForLoopDrop;
import liqp.nodes.AtomNode;
import liqp.nodes.LNode;
import liqp.parser.Inspectable;
import org.jspecify.annotations.Nullable;

/** {@code for} over a list, as liqp turns it. */
record Loop(LoopHead head, LNode items, Sequence body, @Nullable Sequence whenEmpty)
    implements Segment {

  private static final LValue VALUES = new LValue() {};

  @Override
  public void write(Page page) {
    BoundedContext outside = page.scope();
    BoundedContext inside = (BoundedContext) outside.newChildContext();
    page.enter(inside);
    List<?> all = list(items.render(inside), inside);
    if (all.isEmpty()) {
      if (whenEmpty != null) {
        whenEmpty.write(page);
      }
    } else {
      inside
          .<Map<String, Integer>>getRegistry(TemplateContext.REGISTRY_FOR)
          .put(head.name(), head.end(all.size()));
      turn(page, inside, head.chosen(all));
    }
    page.enter(outside);
  }

  private void turn(Page page, BoundedContext inside, List<?> chosen) {
    Map<String, Stack<ForLoopDrop>> loops = inside.getRegistry(TemplateContext.REGISTRY_FOR_STACK);
    Stack<ForLoopDrop> around =
        loops.computeIfAbsent(TemplateContext.REGISTRY_FOR_STACK, _ -> new Stack<>());
    ForLoopDrop forloop =
        new ForLoopDrop(head.name(), chosen.size(), around.isEmpty() ? null : around.peek());
    around.push(forloop);
    inside.put("forloop", forloop);
    for (Object item : chosen) {
      inside.incrementIterations();
      inside.put(head.variable(), item);
      body.write(page);
      forloop.increment();
    }
    around.pop();
  }

  private static List<?> list(@Nullable Object value, BoundedContext context) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      case Map<?, ?> map -> {
        List<Object> pairs = new ArrayList<>(map.size());
        map.forEach((key, it) -> pairs.add(new Object[] {key, it}));
        yield pairs;
      }
      case Inspectable _ -> throw new TemplateFault("a loop over no list");
      case Object one when AtomNode.isEmpty(one) || one.equals("") -> List.of();
      default -> Arrays.asList(VALUES.asArray(value, context));
    };
  }

  @Override
  public Segment placed(HtmlPlacement placement) {
    if (whenEmpty == null) {
      return placed(placement, null);
    }
    HtmlPlacement empty = placement.fork();
    Sequence placedWhenEmpty = whenEmpty.placed(empty);
    Segment placed = placed(placement, placedWhenEmpty);
    placement.join(empty);
    return placed;
  }

  /** Read until another turn says nothing new of how the body may begin. */
  private Segment placed(HtmlPlacement placement, @Nullable Sequence placedWhenEmpty) {
    HtmlPlacement turned;
    Sequence placed;
    do {
      turned = placement.fork();
      placed = body.placed(turned);
    } while (placement.join(turned));
    return new Loop(head, items, placed, placedWhenEmpty);
  }
}
