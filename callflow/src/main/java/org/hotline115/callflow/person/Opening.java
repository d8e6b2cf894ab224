package org.hotline115.callflow.person;

import java.util.UUID;

/**
 * Why a file is opened.
 *
 * @param subject the contact, the placement or the appointment
 */
public record Opening(Purpose purpose, UUID subject) {}
