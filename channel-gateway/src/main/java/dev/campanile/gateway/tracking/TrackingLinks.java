package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.channel.PublicUrl;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.rendering.Links.Tracking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tracked addresses of a message, for who agreed and where there is something to learn. */
@ApplicationScoped
public class TrackingLinks {

  private final TrackingTokens tokens;
  private final String clicks;
  private final String opens;
  private final TrackingConfig config;

  TrackingLinks(TrackingTokens tokens, PublicUrl publicUrl, TrackingConfig config) {
    this.tokens = tokens;
    this.clicks = publicUrl.at(ClickResource.PATH + "/");
    this.opens = publicUrl.at(OpenResource.PATH + "/");
    this.config = config;
  }

  /**
   * Null when nothing is recorded of the message.
   *
   * @param agreed whether the customer agreed to it
   */
  public @Nullable Tracking of(Message message, boolean agreed) {
    return agreed && config.enabled() && !isTest(message) ? new OfMessage(message) : null;
  }

  /** An author who looks at a proof is no customer who reads. */
  private static boolean isTest(Message message) {
    return switch (message.intent().source()) {
      case Source.Test _ -> true;
      case Source.Campaign _, Source.Transactional _ -> false;
    };
  }

  private final class OfMessage implements Tracking {

    private final Message message;

    private OfMessage(Message message) {
      this.message = message;
    }

    @Override
    public String click(String linkId) {
      return clicks + token(linkId);
    }

    @Override
    public Optional<String> pixel() {
      return message.intent().category() == Category.TRANSACTIONAL
          ? Optional.empty()
          : Optional.of(opens + token(Mark.PIXEL));
    }

    private String token(String link) {
      return tokens.of(new Mark(message.id(), message.intent().plannedOn(), link));
    }
  }
}
