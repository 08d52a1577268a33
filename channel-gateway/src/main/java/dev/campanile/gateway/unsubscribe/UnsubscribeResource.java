package dev.campanile.gateway.unsubscribe;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.link.PublicPage;
import dev.campanile.gateway.unsubscribe.UnsubscribeTargets.Target;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/**
 * The unsubscribe link. POST unsubscribes at once, as RFC 8058 asks: no login, no cookie, no
 * redirect, 200. GET only shows the page: scanners and previews follow links.
 */
@Path(UnsubscribeResource.PATH + "/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
public class UnsubscribeResource {

  static final String PATH = "/v1/unsubscribe";

  /** What our own page's form sends, to be told from a mail program's one click. */
  private static final String FROM_PAGE = "from=page";

  private final LinkTokens tokens;
  private final UnsubscribeTargets targets;
  private final Unsubscription unsubscription;

  UnsubscribeResource(
      LinkTokens tokens, UnsubscribeTargets targets, Unsubscription unsubscription) {
    this.tokens = tokens;
    this.targets = targets;
    this.unsubscription = unsubscription;
  }

  @GET
  @Extension(name = "x-not-executed", value = "Its token comes with a mail")
  @Operation(summary = "The page that asks whether to unsubscribe; a look changes nothing")
  public Response ask(@PathParam("token") String token, @Context HttpHeaders headers) {
    return tokens
        .read(token)
        .flatMap(targets::of)
        .map(target -> page(200, UnsubscribePage.ask(text(target), target.brandName())))
        .orElseGet(() -> unknown(headers));
  }

  @POST
  @Extension(name = "x-not-executed", value = "Its token comes with a mail")
  @Operation(summary = "Unsubscribe, by one click of a mail program or from the page (RFC 8058)")
  @Consumes(MediaType.WILDCARD)
  public Response unsubscribe(
      @PathParam("token") String token, @Context HttpHeaders headers, String form) {
    Optional<MessageId> message = tokens.read(token);
    Optional<Target> found = message.flatMap(targets::of);
    if (message.isEmpty() || found.isEmpty()) {
      return unknown(headers);
    }
    Target target = found.get();
    Cause cause = form.contains(FROM_PAGE) ? Cause.UNSUBSCRIBE_PAGE : Cause.ONE_CLICK;
    unsubscription.unsubscribe(message.get(), target, cause);
    return page(200, UnsubscribePage.done(text(target), target.brandName()));
  }

  private static PageText text(Target target) {
    return PageText.in(Locale.forLanguageTag(target.locale().replace('_', '-')));
  }

  private static Response unknown(HttpHeaders headers) {
    return page(404, UnsubscribePage.unknown(PageText.in(PublicPage.language(headers))));
  }

  private static Response page(int status, TemplateInstance page) {
    return PublicPage.of(status, page).build();
  }
}
