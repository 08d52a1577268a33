/** Service cases a customer is waiting on. */
@NullMarked
package dev.campanile.profile.cases;

import org.jspecify.annotations.NullMarked;
