package dev.campanile.gateway.channel;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.gate.ContentAbility;
import java.util.Collection;

/** The provider's word on templates it keeps, as last heard. */
public interface TemplateApprovals {

  /**
   * What is in our table, never the provider's answer: it may be asked inside a transaction. A
   * template that nobody has answered for is UNKNOWN, and asked about in the background.
   */
  ContentAbility.ChatTemplate of(ContentVersion.ChatTemplate template);

  /** Contents with these templates have arrived: ask soon, in the background. */
  void expect(Collection<String> sids);
}
