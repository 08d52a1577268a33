package dev.campanile.campaign.content;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.ChatTemplate;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A frozen version, and what whoever sends it must know.
 *
 * @param required variables without which a message is not sent
 */
public record PublishedContent(ContentVersion version, List<String> required) {

  public PublishedContent {
    requireNonNull(version);
    required = List.copyOf(required);
  }

  public static PublishedContent of(ContentVersion version) {
    return new PublishedContent(version, RequiredVariables.of(version));
  }

  public ContentRef ref() {
    return version.ref();
  }

  public Category category() {
    return version.category();
  }

  public @Nullable ConsentTopic topic() {
    return version.topic();
  }

  /** Names of what its texts use of a customer. */
  public List<String> variables() {
    return version.variables().stream().map(Variable::name).toList();
  }

  /** Those it has a text for. */
  public Set<Channel> channels() {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    for (Projections said : version.locales().values()) {
      if (said.email() != null) {
        channels.add(Channel.EMAIL);
      }
      if (said.sms() != null) {
        channels.add(Channel.SMS);
      }
      if (said.chat() != null) {
        channels.add(Channel.CHAT);
      }
    }
    return channels;
  }

  /** The provider's ids of the templates that its chats use. */
  public Set<String> chatTemplates() {
    return version.locales().values().stream()
        .flatMap(said -> Stream.ofNullable(said.chat()))
        .flatMap(chat -> Stream.ofNullable(chat.template()))
        .map(ChatTemplate::sid)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Languages without the template that a chat needs outside of the provider's window. */
  public List<String> localesWithoutChatTemplate() {
    return version.locales().entrySet().stream()
        .filter(said -> said.getValue().chat() == null || said.getValue().chat().template() == null)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Languages that have a chat, and no template for whoever wrote nothing for 24 hours. */
  public List<String> localesWithChatInItsWindowOnly() {
    return version.locales().entrySet().stream()
        .filter(said -> said.getValue().chat() != null && said.getValue().chat().template() == null)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
