package dev.campanile.gateway.inbound;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.inbound.Correspondence.Parties;
import dev.campanile.gateway.keyword.Intent;
import dev.campanile.gateway.keyword.KeywordReplies;
import dev.campanile.gateway.keyword.ReplyTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What we say at once to a keyword, in the brand's name. One confirmation, never two. */
@ApplicationScoped
class Replies {

  private final OptOutReplies optOutReplies;
  private final KeywordReplies texts;

  Replies(InboundConfig config, KeywordReplies texts) {
    this.optOutReplies = config.optOutReplies();
    this.texts = texts;
  }

  /**
   * @param stopped whether a stop stood before this message
   */
  Optional<String> to(Intent intent, InboundMessage message, boolean stopped, Parties parties) {
    boolean ours =
        message.channel() != Channel.SMS
            || optOutReplies == OptOutReplies.CAMPANILE
            || !message.isProvidersKeyword();
    ReplyTexts said = texts.to(intent, parties.locale());
    Optional<String> reply =
        switch (intent) {
          case Intent.Stop _ when ours && !stopped -> Optional.of(said.stopped());
          case Intent.Start _ when ours && stopped -> Optional.of(said.started());
          case Intent.Help _ when ours -> Optional.of(said.help());
          // The provider knows words only, so a sentence is always ours to ask about, once.
          case Intent.SoftStop _ when !stopped -> Optional.of(said.asked());
          case Intent.Stop _, Intent.SoftStop _, Intent.Start _, Intent.Help _, Intent.None _ ->
              Optional.empty();
        };
    return reply.map(text -> parties.brand() == null ? text : parties.brand() + ": " + text);
  }
}
