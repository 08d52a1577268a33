package dev.campanile.gateway.channel;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.gate.ContentAbility;
import java.util.Collection;

/** The provider's word on templates it keeps, as last heard. */
public interface TemplateApprovals {

  /**
   * Remembered. A template never heard of is asked for right here, within the provider's time-out:
   * call it outside of transactions, or {@link #expect} the template before. Where no answer can be
   * had it is not approved.
   */
  ContentAbility.ChatTemplate of(ContentVersion.ChatTemplate template);

  /** Contents with these templates have arrived: ask soon, in the background. */
  void expect(Collection<String> sids);
}
