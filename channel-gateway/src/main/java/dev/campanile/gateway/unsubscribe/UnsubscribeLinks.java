package dev.campanile.gateway.unsubscribe;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.PublicUrl;
import dev.campanile.rendering.Links;
import dev.campanile.rendering.Links.Tracking;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The links of a message, for its rendering. They do not expire and tell nothing of anybody. */
@ApplicationScoped
public class UnsubscribeLinks {

  private final LinkTokens tokens;
  private final PublicUrl publicUrl;

  UnsubscribeLinks(LinkTokens tokens, PublicUrl publicUrl) {
    this.tokens = tokens;
    this.publicUrl = publicUrl;
  }

  /**
   * Makes them; the same each time.
   *
   * @param category the message's own, which may ask for more than its content's
   * @param tracking none where nothing is recorded
   */
  public Links of(MessageId message, Category category, @Nullable Tracking tracking) {
    boolean oneClick =
        switch (category) {
          case MARKETING, SURVEY -> true;
          case TRANSACTIONAL, SERVICE -> false;
        };
    return new Links(
        publicUrl.at(UnsubscribeResource.PATH + "/" + tokens.of(message)), oneClick, tracking);
  }
}
