package dev.campanile.campaign.content;

import dev.campanile.campaign.brand.BrandDraft;
import dev.campanile.campaign.brand.Brands;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a draft and makes a version of it: for publishing, previews and tests alike. */
@ApplicationScoped
public class DraftCompiler {

  private final Drafting drafting;
  private final Brands brands;
  private final InstantSource time;

  DraftCompiler(Drafting drafting, Brands brands, InstantSource time) {
    this.drafting = drafting;
    this.brands = brands;
    this.time = time;
  }

  /**
   * The draft as it is now. Throws what publishing would refuse, but for what is only too large.
   *
   * @param ref what the version is called
   */
  public Compiled current(String key, ContentRef ref) {
    return compile(drafting.get(key), ref);
  }

  Compiled compile(ContentDraft draft, ContentRef ref) {
    BrandDraft brand = brandOf(draft);
    List<FieldError> findings = new ArrayList<>(PublishCheck.findingsIn(draft, brand != null));
    if (!findings.isEmpty() || brand == null) {
      throw Problem.invalid(findings);
    }
    ContentVersion version = ContentCompiler.compile(draft, brand, ref, time.instant());
    return new Compiled(version, SizeCheck.findingsIn(version));
  }

  private @Nullable BrandDraft brandOf(ContentDraft draft) {
    return draft.brand() == null ? null : brands.find(draft.brand()).orElse(null);
  }

  /**
   * @param tooLarge what stands against sending it, though it can be looked at
   */
  public record Compiled(ContentVersion version, List<FieldError> tooLarge) {

    public Compiled {
      tooLarge = List.copyOf(tooLarge);
    }

    /** For what is going to be sent. */
    public ContentVersion fit() {
      if (!tooLarge.isEmpty()) {
        throw Problem.invalid(tooLarge);
      }
      return version;
    }
  }
}
