package dev.campanile.rendering;

import liqp.RenderTransformer;
import liqp.TemplateContext;

/** Makes liqp's blocks come to {@link Fragment}s instead of strings. */
final class FragmentAppender implements RenderTransformer {

  @Override
  public ObjectAppender.Controller newObjectAppender(TemplateContext context, int estimate) {
    Fragment fragment = new Fragment();
    return new ObjectAppender.Controller() {
      @Override
      public Object getResult() {
        return fragment;
      }

      @Override
      public void append(Object part) {
        ((BoundedContext) context).checkTime();
        // What is empty adds nothing, and assignments come to the empty string.
        if (!(part instanceof String text && text.isEmpty())) {
          fragment.append(part);
        }
      }
    };
  }

  @Override
  public Object transformObject(TemplateContext context, Object rendered) {
    return rendered;
  }
}
