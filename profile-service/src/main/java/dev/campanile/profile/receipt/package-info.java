/** What the gateway tells: folded into suppression, the consent ledger and timelines. */
@NullMarked
package dev.campanile.profile.receipt;

import org.jspecify.annotations.NullMarked;
