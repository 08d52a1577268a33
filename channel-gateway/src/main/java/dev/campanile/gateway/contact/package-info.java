/** What profile-service says of customers: cards, erasures and signs of life, kept in tables. */
@NullMarked
package dev.campanile.gateway.contact;

import org.jspecify.annotations.NullMarked;
