package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.WireRow.post;

/** What existing pages send, and what they know: addresses, requests and shapes. */
final class Wire {

    static final String SIGN_UP = "/api/auth/signup";
    static final String LOG_IN = "/api/auth/login";
    static final String ME = "/api/auth/me";
    static final String UPLOAD = "/api/upload-audio";
    static final String SAVE = "/api/save-analysis";
    static final String LIST = "/api/user/conversations";
    static final String PROFILE = "/api/user/profile";
    static final String PICTURE = "/api/user/profile-picture";
    static final String PDF = "/api/generate-pdf";
    static final String URL_ENCODED = "application/x-www-form-urlencoded";

    static final String USER = """
            {"name":"Ann","email":"ann@example.com","medical_id":"N/A","national_id":"N/A","age":30,"id":"$int",
             "profile_pic_url":null,"profile_pic_data":null,"created_at":"$time","updated_at":"$time"}""";
    static final String TOKEN = "{\"access_token\":\"$jwt\",\"token_type\":\"bearer\",\"user\":" + USER + "}";
    static final String SAVED = "{\"status\":\"saved\",\"session_id\":\"%s\",\"conversation_id\":\"$int\"}";

    private Wire() {}

    /** What existing pages send. */
    static String person(String name, String email) {
        return "{\"name\":\"" + name + "\",\"email\":\"" + email
                + "\",\"medical_id\":\"N/A\",\"national_id\":\"N/A\",\"age\":30,\"password\":\"password\"}";
    }

    static WireRow upload(String session, byte[] audio) {
        return post(UPLOAD).form(new FormData().text("session_id", session).file("audio_file", audio));
    }

    static WireRow save(String session, String transcript, String analysis) {
        return post(SAVE).form(saving(session, transcript, analysis));
    }

    static FormData saving(String session, String transcript, String analysis) {
        return new FormData().text("session_id", session).text("transcript", transcript).text("analysis", analysis);
    }

    static WireRow logIn(String email, String password) {
        return post(LOG_IN).json("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }
}
