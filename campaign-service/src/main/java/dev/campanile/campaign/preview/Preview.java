package dev.campanile.campaign.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.campaign.content.SmsLength;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reason;
import dev.campanile.runtime.http.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content as a customer would get it, on every channel it has a text for. Links lead straight to
 * their destinations, as for a customer who is not tracked.
 *
 * @param version none for the draft
 * @param locale the content's language that was chosen
 * @param missing variables without a value: a message is not sent without them
 * @param findings what stands against sending it, though it can be looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
    String content,
    @Nullable Integer version,
    String locale,
    @Nullable EmailPreview email,
    @Nullable SmsPreview sms,
    @Nullable ChatPreview chat,
    List<Filling.FilledVariable> variables,
    List<String> missing,
    List<ContentVersion.Link> links,
    List<FieldError> findings) {

  /**
   * @param htmlBytes mailboxes cut a mail off at about 102 KiB
   * @param problem why there is none of the rest
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EmailPreview(
      @Nullable String from,
      @Nullable String subject,
      @Nullable String html,
      @Nullable String text,
      @Nullable Integer htmlBytes,
      @Nullable RenderProblem problem) {}

  /**
   * @param characters of the encoding: septets, or UTF-16 units
   * @param segments what the message costs
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SmsPreview(
      @Nullable String from,
      @Nullable String text,
      SmsLength.@Nullable Encoding encoding,
      @Nullable Integer characters,
      @Nullable Integer segments,
      @Nullable RenderProblem problem) {}

  /**
   * @param text inside the provider's window; none when the template goes there too
   * @param template what goes outside of it; none when the content has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChatPreview(
      @Nullable String from,
      @Nullable String text,
      @Nullable RenderProblem problem,
      @Nullable TemplatePreview template) {}

  /**
   * The provider's template. Text, buttons and status are as it was last heard to keep them; left
   * out when it was not asked yet.
   *
   * @param insideWindow whether it goes inside of the window too
   * @param approved whether it may go outside of it
   * @param status the provider's word for that
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TemplatePreview(
      String sid,
      boolean insideWindow,
      @Nullable Boolean approved,
      @Nullable String status,
      @Nullable String text,
      @Nullable List<ProviderTemplate.Button> buttons,
      Map<String, String> variables,
      @Nullable RenderProblem problem) {}

  /**
   * Why a message would not be sent on this channel.
   *
   * @param detail the missing variable's name, the author's reason, or what is wrong
   */
  public record RenderProblem(Reason code, String detail) {}
}
