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
import dev.campanile.contracts.ContentVersion.Chat;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.ProviderTemplate.Button;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.Links;
import dev.campanile.rendering.RenderResult;
import dev.campanile.rendering.Renderer;
import dev.campanile.rendering.TemplateSlots;
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
  private final Map<String, ProviderTemplate> templates;

  /**
   * @param templates of the version's chats, as last heard of
   */
  PreviewRendering(
      ContentVersion version,
      String locale,
      Map<String, Object> values,
      Map<String, ProviderTemplate> templates) {
    this.version = version;
    this.locale = locale;
    this.values = values;
    this.templates = templates;
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
    TemplatePreview template = template(said.chat());
    if (said.chat().text() == null) {
      return new ChatPreview(from, null, null, template);
    }
    return switch (render(Channel.CHAT, true)) {
      case RenderResult.Ready(Body.Chat(var text, _)) ->
          new ChatPreview(from, text, null, template);
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused -> new ChatPreview(from, null, problem(refused), template);
    };
  }

  private @Nullable TemplatePreview template(Chat chat) {
    if (chat.template() == null) {
      return null;
    }
    boolean insideWindow = chat.text() == null;
    ProviderTemplate heard = templates.get(chat.template().sid());
    return switch (render(Channel.CHAT, false)) {
      case RenderResult.Ready(Body.Chat(_, Body.Template filled)) ->
          template(filled, insideWindow, heard, null);
      case RenderResult.Ready(Body other) -> throw unexpected(other);
      case RenderResult.Refused refused ->
          template(
              new Body.Template(chat.template().sid(), Map.of()),
              insideWindow,
              heard,
              problem(refused));
    };
  }

  private static TemplatePreview template(
      Body.Template filled,
      boolean insideWindow,
      @Nullable ProviderTemplate heard,
      @Nullable RenderProblem problem) {
    Map<String, String> values = filled.variables();
    return heard == null
        ? new TemplatePreview(filled.sid(), insideWindow, null, null, null, null, values, problem)
        : new TemplatePreview(
            filled.sid(),
            insideWindow,
            heard.approved(),
            heard.status(),
            filled(heard.body(), values),
            heard.buttons().stream().map(button -> filled(button, values)).toList(),
            values,
            problem);
  }

  private static Button filled(Button button, Map<String, String> values) {
    return new Button(
        button.kind(),
        TemplateSlots.filled(button.title(), values),
        filled(button.target(), values));
  }

  private static @Nullable String filled(@Nullable String text, Map<String, String> values) {
    return text == null ? null : TemplateSlots.filled(text, values);
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
