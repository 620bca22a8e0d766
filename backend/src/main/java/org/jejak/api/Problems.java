package org.jejak.api;

import org.jejak.audit.AuditUnavailable;
import org.jejak.network.NotAllowed;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Failures as problem+json (RFC 9457). What is not there and what the viewer may not see are the same 404; nothing says
 * more of the inside than the one sentence meant for people.
 */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unlogged(AuditUnavailable unlogged) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The audit log cannot be written, so nothing is answered.");
    }

    @ExceptionHandler
    ProblemDetail unforeseen(RuntimeException unforeseen) {
        LoggerFactory.getLogger(Problems.class).error("unforeseen", unforeseen);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "Something unforeseen went wrong.");
    }
}
