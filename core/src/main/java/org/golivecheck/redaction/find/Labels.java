package org.golivecheck.redaction.find;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names whose values are hidden.
 *
 * <p>Names compare as a whole, without case, hyphens and underscores: {@code access_token} is
 * {@code accessToken}, but {@code passwordRules} and {@code token_type} are not on the list. It
 * holds the credentials and personal data among the fields of the eSignature REST API, of OAuth and
 * of the headers that DocuSign and proxies add.
 */
final class Labels {
  /** No name on the list is longer. */
  private static final int MAX_LENGTH = 40;

  private static final String BASE64 = "base64";

  private static final Map<String, Label> BY_NAME = new HashMap<>();

  static {
    add(
        Label.SECRET,
        "password currentpassword newpassword onetimepassword apipassword distributorpassword"
            + " templatepassword rsaveridpassword forgottenpassword forgottenpasswordanswer1"
            + " forgottenpasswordanswer2 forgottenpasswordanswer3 forgottenpasswordanswer4"
            + " forgottenpasswordquestion1 forgottenpasswordquestion2 forgottenpasswordquestion3"
            + " forgottenpasswordquestion4 pwd passwd passphrase secret clientsecret secretkey"
            + " apikey privatekey accesstoken refreshtoken idtoken locktoken continuationtoken"
            + " resourcetoken starttimetoken endtimetoken xcsrftoken postmantoken bearer"
            + " assertion clientassertion codeverifier slt hmac accesscode activationaccesscode"
            + " imagebytes creditcardinformation cardnumber cvnumber tokenizedcard");
    add(
        Label.SECRET_LINE,
        "authorization proxyauthorization cookie setcookie xdocusignauthentication xdocusignedit");
    add(Label.SECRET_PARAMETER, "code state t ti token sig signature key");
    add(
        Label.PERSONAL,
        "email emailaddress useremail username signername recipientname firstname middlename"
            + " lastname fullname emailsubject emailblurb searchtext ipaddress xforwardedfor"
            + " xforwardedformartini phone phonenumber phonenumbers phonenumberlist cellphone"
            + " cellphonenumber mobilephone homephone workphone companyphone fax faxnumber"
            + " smsauthentication phoneauthentication identityverification ssn ssn4 ssn9 dob"
            + " dateofbirth birthdate dobinformationinput");
    add(
        Label.PERSONAL_FIELD,
        "name value originalvalue subject payload emailbody filename documentname sendername"
            + " senderemail hostemail address address1 address2 addressline1 addressline2 street"
            + " street1 street2 streetaddress city zip zipcode zippluscode postalcode postcode"
            + " signatureinitials");
  }

  private Labels() {}

  private static void add(Label label, String names) {
    for (String name : names.split(" ", -1)) {
      BY_NAME.put(name, label);
    }
  }

  /** Returns what a name says about its value, or null where it says nothing. */
  static @Nullable Label of(String name) {
    if (name.length() > MAX_LENGTH) {
      return null;
    }
    String plain = name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    Label label = BY_NAME.get(plain);
    return label == null && plain.endsWith(BASE64) ? Label.SECRET : label;
  }
}
