package dev.campanile.gateway.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Our own page; no author's text is ever parsed here. */
@CheckedTemplate(basePath = "unsubscribe")
final class UnsubscribePage {

  private UnsubscribePage() {}

  static native TemplateInstance ask(PageText text, String brandName);

  static native TemplateInstance done(PageText text, String brandName);

  static native TemplateInstance unknown(PageText text);
}
