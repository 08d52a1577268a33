package dev.campanile.gateway.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Our own page, for a link that leads nowhere now. */
@CheckedTemplate(basePath = "tracking")
final class TrackingPage {

  private TrackingPage() {}

  static native TemplateInstance said(PageText text);
}
