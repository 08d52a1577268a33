package dev.campanile.gateway.channel;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.gateway.gate.ContentAbility;
import java.util.Collection;
import java.util.Optional;

/** The templates that the provider keeps, as last heard. */
public interface ChatTemplates {

  /**
   * What is in our table, never the provider's answer: it may be asked inside a transaction. A
   * template that nobody has answered for is UNKNOWN, and asked about in the background.
   */
  ContentAbility.ChatTemplate of(ContentVersion.ChatTemplate template);

  /** As last heard, from our table too; empty when nobody has answered for it. */
  Optional<ProviderTemplate> find(String sid);

  /** Contents with these templates have arrived: ask soon, in the background. */
  void expect(Collection<String> sids);
}
