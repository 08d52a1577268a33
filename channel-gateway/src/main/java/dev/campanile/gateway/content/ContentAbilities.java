package dev.campanile.gateway.content;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.gateway.channel.ChatTemplates;
import dev.campanile.gateway.gate.ContentAbility;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.rendering.LocaleChoice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the gate must know of a content in the customer's language. */
@ApplicationScoped
public class ContentAbilities {

  private final ChatTemplates templates;

  ContentAbilities(ChatTemplates templates) {
    this.templates = templates;
  }

  public ContentAbility of(ContentVersion content, String locale) {
    Projections projections = content.locales().get(LocaleChoice.of(content, locale));
    if (projections == null) {
      return new ContentAbility(Set.of(), ChatTemplate.NONE);
    }
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (projections.email() != null) {
      channels.add(Channel.EMAIL);
    }
    if (projections.sms() != null && content.brand().smsFrom() != null) {
      channels.add(Channel.SMS);
    }
    if (projections.chat() != null && content.brand().chatFrom() != null) {
      channels.add(Channel.CHAT);
    }
    return new ContentAbility(channels, chatTemplate(projections.chat()));
  }

  private ChatTemplate chatTemplate(ContentVersion.@Nullable Chat chat) {
    ContentVersion.ChatTemplate template = chat == null ? null : chat.template();
    return template == null ? ChatTemplate.NONE : templates.of(template);
  }
}
