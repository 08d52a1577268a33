package dev.campanile.gateway.inbound;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.keyword.Intent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What we say at once to a keyword. The customer's language is not known here, so it is said in
 * English, the language of the keywords every carrier knows.
 */
@ApplicationScoped
class Replies {

  private final OptOutReplies optOutReplies;

  Replies(InboundConfig config) {
    this.optOutReplies = config.optOutReplies();
  }

  /**
   * @param restored whether START gave something back
   */
  Optional<String> to(Intent intent, Channel channel, boolean restored) {
    boolean providerAnswers = channel == Channel.SMS && optOutReplies == OptOutReplies.PROVIDER;
    return switch (intent) {
      case Intent.Stop _ when !providerAnswers ->
          Optional.of("You will get no more messages from us here. Reply START to undo this.");
      case Intent.Start _ when !providerAnswers && restored ->
          Optional.of("Welcome back. You will get our messages again. Reply STOP to end them.");
      case Intent.Help _ when !providerAnswers ->
          Optional.of("Reply STOP to get no more messages from us, START to get them again.");
      // The provider knows words only, so a sentence is always ours to ask about, once.
      case Intent.SoftStop _ ->
          Optional.of(
              "We have stopped our messages to you. If that is not what you meant, reply START.");
      case Intent.Stop _, Intent.Start _, Intent.Help _, Intent.None _ -> Optional.empty();
    };
  }
}
