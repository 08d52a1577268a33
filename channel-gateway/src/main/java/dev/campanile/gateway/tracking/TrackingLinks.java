package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.channel.PublicUrl;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.rendering.Links.Tracking;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The tracked addresses of messages, for those who agreed and where there is something to learn.
 */
@ApplicationScoped
public class TrackingLinks {

  /**
   * The gate's card: a message whose card has changed since is refused by the statement that moves
   * it to SENDING. Who is known by no card has agreed to nothing.
   */
  private static final String WHO_AGREED =
      """
      select profile_id
        from contact_card
       where profile_id = any(:profiles) and not erased and tracking
      """;

  private final TrackingTokens tokens;
  private final String clicks;
  private final String opens;
  private final TrackingConfig config;
  private final Database database;

  TrackingLinks(
      TrackingTokens tokens, PublicUrl publicUrl, TrackingConfig config, Database database) {
    this.tokens = tokens;
    this.clicks = publicUrl.at(ClickResource.PATH + "/");
    this.opens = publicUrl.at(OpenResource.PATH + "/");
    this.config = config;
    this.database = database;
  }

  /** By message; those of which nothing is recorded are absent. */
  public Map<MessageId, Tracking> of(Collection<Message> messages) {
    List<Message> candidates =
        config.enabled() ? messages.stream().filter(it -> !isTest(it)).toList() : List.of();
    Set<ProfileId> agreed =
        agreed(candidates.stream().map(it -> it.intent().profileId()).distinct().toList());
    Map<MessageId, Tracking> tracked = new HashMap<>();
    for (Message message : candidates) {
      if (agreed.contains(message.intent().profileId())) {
        tracked.put(message.id(), new OfMessage(message));
      }
    }
    return tracked;
  }

  private Set<ProfileId> agreed(List<ProfileId> profiles) {
    if (profiles.isEmpty()) {
      return Set.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(WHO_AGREED)
                .bind("profiles", new UuidArray(profiles.stream().map(ProfileId::value).toList()))
                .mapTo(UUID.class)
                .map(ProfileId::new)
                .collect(Collectors.toSet()));
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
