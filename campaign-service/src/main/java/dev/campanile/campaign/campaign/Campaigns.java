package dev.campanile.campaign.campaign;

import dev.campanile.campaign.request.ConcurrentWrites;
import dev.campanile.campaign.request.Conditions;
import dev.campanile.campaign.request.Versioned;
import dev.campanile.contracts.Category;
import dev.campanile.runtime.paging.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

  @Transactional
  Optional<Versioned<CampaignDraft>> findVersioned(String key) {
    return StoredCampaign.<StoredCampaign>findByIdOptional(key)
        .map(stored -> Versioned.found(stored.read(), stored.version));
  }

  @Transactional
  Versioned<CampaignDraft> put(String key, CampaignDraft draft, Conditions conditions) {
    StoredCampaign stored = StoredCampaign.findById(key);
    if (stored == null) {
      conditions.checkNew();
      StoredCampaign fresh = new StoredCampaign();
      fresh.key = key;
      fresh.write(draft, time.instant());
      ConcurrentWrites.refused(fresh::persistAndFlush);
      return new Versioned<>(draft, fresh.version, true);
    }
    boolean changes = !stored.read().equals(draft);
    conditions.checkExisting(stored.version, changes);
    if (changes) {
      stored.write(draft, time.instant());
      ConcurrentWrites.refused(stored::persistAndFlush);
    }
    return Versioned.found(draft, stored.version);
  }

  @Transactional
  Page<Summary> list(String after, int size) {
    List<StoredCampaign> found =
        StoredCampaign.<StoredCampaign>find("key > ?1", Sort.by("key"), after)
            .range(0, size)
            .list();
    return Page.of(
        found.stream()
            .map(c -> new Summary(c.key, c.name, c.content, c.segment, c.category, c.updatedAt))
            .toList(),
        size,
        Summary::key);
  }

  /** One campaign in a list. */
  record Summary(
      String key,
      String name,
      String content,
      String segment,
      Category category,
      Instant updatedAt) {}
}
