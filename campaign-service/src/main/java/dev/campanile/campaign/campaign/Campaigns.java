package dev.campanile.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The campaigns that people edit and launch. */
@ApplicationScoped
public class Campaigns {

  private final InstantSource time;

  Campaigns(InstantSource time) {
    this.time = time;
  }

  @Transactional
  public Optional<CampaignDraft> find(String key) {
    return StoredCampaign.<StoredCampaign>findByIdOptional(key).map(StoredCampaign::read);
  }

  /** Until the transaction ends nobody else launches or edits it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<CampaignDraft> findLocked(String key) {
    return StoredCampaign.<StoredCampaign>findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE)
        .map(StoredCampaign::read);
  }

  /** Answers whether the campaign is new. */
  @Transactional
  boolean put(String key, CampaignDraft draft) {
    StoredCampaign stored = StoredCampaign.findById(key);
    boolean fresh = stored == null;
    if (stored == null) {
      stored = new StoredCampaign();
      stored.key = key;
    }
    stored.write(draft, time.instant());
    if (fresh) {
      stored.persist();
    }
    return fresh;
  }
}
