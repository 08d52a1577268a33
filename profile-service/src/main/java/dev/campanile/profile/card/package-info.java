/** Contact cards: what the gateway must know of a customer, told with every change. */
@NullMarked
package dev.campanile.profile.card;

import org.jspecify.annotations.NullMarked;
