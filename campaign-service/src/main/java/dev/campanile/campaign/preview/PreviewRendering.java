package dev.campanile.campaign.preview;

import dev.campanile.campaign.content.SmsLength;
import dev.campanile.campaign.preview.Preview.ChatPreview;
import dev.campanile.campaign.preview.Preview.EmailPreview;
import dev.campanile.campaign.preview.Preview.RenderProblem;
import dev.campanile.campaign.preview.Preview.SmsPreview;
import dev.campanile.campaign.preview.Preview.TemplatePreview;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.ChatTemplate;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.Links;
import dev.campanile.rendering.RenderResult;
import dev.campanile.rendering.Renderer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One content filled once, on each of its channels. What fails on one says nothing of others. */
final class PreviewRendering {

  private static final String SAMPLE_UNSUBSCRIBE = "https://example.com/unsubscribe";

  /** Of its own: what is shared is kept by a version's number, which a draft has none of. */
  private final Renderer renderer = new Renderer();

  private final ContentVersion version;
  private final String locale;
  private final Map<String, Object> values;

  PreviewRendering(ContentVersion version, String locale, Map<String, Object> values) {
    this.version = version;
    this.locale = locale;
    this.values = values;
  }

  @Nullable EmailPreview email(Projections said) {
    if (said.email() == null) {
      return null;
    }
    Brand brand = version.brand();
    return switch (render(Channel.EMAIL, true)) {
      case RenderResult.Ready(Body.Email mail) ->
          new EmailPreview(
              brand.emailFrom(),
              mail.subject(),
              mail.html().toString(),
              mail.text().toString(),
              mail.html().octets().length,
              null);
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused ->
          new EmailPreview(brand.emailFrom(), null, null, null, null, problem(refused));
    };
  }

  @Nullable SmsPreview sms(Projections said) {
    if (said.sms() == null) {
      return null;
    }
    String from = version.brand().smsFrom();
    return switch (render(Channel.SMS, true)) {
      case RenderResult.Ready(Body.Sms(var text)) -> {
        SmsLength length = SmsLength.of(text);
        yield new SmsPreview(from, text, length.encoding(), length.units(), length.parts(), null);
      }
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused ->
          new SmsPreview(from, null, null, null, null, problem(refused));
    };
  }

  @Nullable ChatPreview chat(Projections said) {
    if (said.chat() == null) {
      return null;
    }
    String from = version.brand().chatFrom();
    TemplatePreview template = template(said.chat().template());
    return switch (render(Channel.CHAT, true)) {
      case RenderResult.Ready(Body.Chat(var text, _)) ->
          new ChatPreview(from, text, null, template);
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused -> new ChatPreview(from, null, problem(refused), template);
    };
  }

  private @Nullable TemplatePreview template(@Nullable ChatTemplate template) {
    if (template == null) {
      return null;
    }
    return switch (render(Channel.CHAT, false)) {
      case RenderResult.Ready(Body.Chat(_, Body.Template(var sid, var variables))) ->
          new TemplatePreview(sid, variables, null);
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused ->
          new TemplatePreview(template.sid(), Map.of(), problem(refused));
    };
  }

  private RenderResult render(Channel channel, boolean insideChatWindow) {
    boolean oneClick =
        switch (version.category()) {
          case MARKETING, SURVEY -> true;
          case SERVICE, TRANSACTIONAL -> false;
        };
    return renderer.render(
        version,
        locale,
        channel,
        insideChatWindow,
        values,
        new Links(SAMPLE_UNSUBSCRIBE, oneClick, null));
  }

  private static RenderProblem problem(RenderResult.Refused refused) {
    return new RenderProblem(refused.reason(), refused.detail());
  }

  private static IllegalStateException unexpected(Body body) {
    return new IllegalStateException("rendered for another channel: " + body.getClass());
  }
}
