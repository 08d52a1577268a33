package dev.campanile.campaign.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The brands of the workspace. */
@ApplicationScoped
public class Brands {

  private final InstantSource time;

  Brands(InstantSource time) {
    this.time = time;
  }

  @Transactional
  public Optional<BrandDraft> find(String key) {
    return StoredBrand.<StoredBrand>findByIdOptional(key).map(StoredBrand::read);
  }

  /** Answers whether the brand is new. */
  @Transactional
  boolean put(String key, BrandDraft draft) {
    StoredBrand stored = StoredBrand.findById(key);
    boolean fresh = stored == null;
    if (stored == null) {
      stored = new StoredBrand();
      stored.key = key;
    }
    stored.write(draft, time.instant());
    if (fresh) {
      stored.persist();
    }
    return fresh;
  }
}
