package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://demo.docusign.net/restapi/v2.1/accounts/1                 | ESIGN
          https://eu.docusign.net:8801/restapi/v2/login_information         | ESIGN
          https://na3.docusign.net/RestApi/v2.1/accounts/1                  | ESIGN
          https://demo.docusign.net/restapi                                 | ESIGN
          https://demo.docusign.net/restapi/v2/oauth2/token                 | ESIGN
          https://gateway.example.com/restapi/v2.1/accounts/1               | ESIGN
          /restapi/v2.1/accounts/1                                          | ESIGN
          https://demo.docusign.net/restapiary/v2.1                         | UNKNOWN
          https://account-d.docusign.com/oauth/token                        | OAUTH
          https://account.docusign.com/oauth/userinfo                       | OAUTH
          https://account-d.docusign.com/logout                             | OAUTH
          https://accounting.docusign.com/x                                 | UNKNOWN
          https://gateway.example.com/oauth/token                           | OAUTH
          https://demo.rooms.docusign.com/restapi/v2/accounts/1/rooms       | ROOMS
          https://rooms.docusign.com/restapi/v2/accounts/1/users            | ROOMS
          https://bedrooms.docusign.com/restapi/v2/accounts/1/users         | ESIGN
          https://demo.docusign.net/clickapi/v1/accounts/1/clickwraps       | CLICK
          https://api-d.docusign.net/management/v2/organizations            | ADMIN
          https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream      | MONITOR
          https://lens.docusign.net/anything                                | MONITOR
          /api/v2.0/datasets/monitor/stream                                 | MONITOR
          https://api-d.docusign.com/v1/organizations/1/stream              | MONITOR
          https://api-d.docusign.com/v1/organizations/1/other               | UNKNOWN
          https://api-d.docusign.com/v1/accounts/1/workflows                | WORKFLOW_BUILDER
          https://apps-d.docusign.com/api/maestro/v1/accounts/1/workflows   | WORKFLOW_BUILDER
          https://api.docusign.com/v1/accounts/1/agreements/2               | AGREEMENT_MANAGER
          https://api.docusign.com/v1/accounts/1/upload/jobs                | AGREEMENT_MANAGER
          https://api.docusign.com/v1/accounts/1/Workspaces                 | WORKSPACES
          https://api.docusign.com/v1/accounts/1/connected-fields/tab-groups| CONNECTED_FIELDS
          https://apps-d.docusign.com/api/webforms/v1.1/accounts/1/forms    | WEB_FORMS
          https://us.services.docusign.net/webforms/v1.1/accounts/1/forms   | WEB_FORMS
          /v1.1/accounts/1/forms/2                                          | WEB_FORMS
          https://api.s1.us.clm.docusign.net/content/v2/1/documents         | CLM
          https://apiuatna11.springcm.com/v2/1/folders                      | CLM
          https://demo.docusign.net/api/3.0/dsapi.asmx                      | SOAP
          https://proof-d.docusign.net/api/v1/events                        | ID_EVIDENCE
          https://proof.docusign.net/restapi/api/v1.0/events/1/2.json       | ID_EVIDENCE
          https://notary-d.docusign.net/restapi/v1.0/accounts/1/notaries    | NOTARY
          https://na-notary.docusign.net/restapi/v1.0/organizations/1/pools | NOTARY
          https://api.docusign.com/v1/accounts/1/agreement-types            | AGREEMENT_MANAGER
          https://api.docusign.com/v1/accounts/1/trust-records/2            | TRUST_RECORDS
          https://api.docusign.com/v1/accounts/1/requests                   | AGREEMENT_DESK
          https://api.docusign.com/v1/accounts/1/request-types              | AGREEMENT_DESK
          https://api.docusign.com/v1/accounts/1/request-statuses           | AGREEMENT_DESK
          https://api.docusign.com/v1/accounts/1                            | UNKNOWN
          https://api.docusign.com/v1/accounts/1/novelty                    | UNKNOWN
          https://api.docusign.com/v1                                       | UNKNOWN
          https://www.example.com/                                          | UNKNOWN
          """)
  void hostComesFirstThenThePath(String url, ApiFamily family) {
    assertThat(Operations.family(CallUrl.parse(url))).isEqualTo(family);
  }
}
