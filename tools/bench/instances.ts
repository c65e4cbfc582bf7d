// EC2's answer, the longest and most varied of them.

/** EC2 DescribeInstances with `count` instances in reservations of one, about 9 KB each. */
export function instancesPage(count: number): string {
  const reservations = Array.from({ length: count }, (_, i) => reservation(i)).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\n' +
    `    <requestId>8f7724cf-496f-496e-8fe3-example</requestId>\n    <reservationSet>\n${reservations}    </reservationSet>\n` +
    '    <nextToken>eyJ2IjoiMiIsInMiOiIxIn0</nextToken>\n</DescribeInstancesResponse>'
  );
}

function reservation(i: number): string {
  return `        <item>
            <reservationId>r-${hex(i, 17)}</reservationId>
            <ownerId>123456789012</ownerId>
            <groupSet/>
            <instancesSet>
                <item>${instance(i)}
                </item>
            </instancesSet>
        </item>
`;
}

function instance(i: number): string {
  return `
                    <instanceId>i-${hex(i, 17)}</instanceId>
                    <imageId>ami-${hex(i % 9, 17)}</imageId>
                    <instanceState><code>16</code><name>running</name></instanceState>
                    <privateDnsName>ip-10-0-${i % 256}-${(i * 7) % 256}.eu-west-1.compute.internal</privateDnsName>
                    <dnsName>ec2-203-0-113-${i % 256}.eu-west-1.compute.amazonaws.com</dnsName>
                    <reason/>
                    ${i % 3 ? '<keyName>operations</keyName>' : '<keyName/>'}
                    <amiLaunchIndex>0</amiLaunchIndex>
                    <productCodes/>
                    <instanceType>m7g.${i % 2 ? 'large' : 'xlarge'}</instanceType>
                    <launchTime>2026-11-${String((i % 28) + 1).padStart(2, '0')}T08:15:${String(i % 60).padStart(2, '0')}.000Z</launchTime>
                    <placement><availabilityZone>eu-west-1${'abc'[i % 3]}</availabilityZone><groupName/><tenancy>default</tenancy></placement>
                    <monitoring><state>disabled</state></monitoring>
                    <subnetId>subnet-${hex(i % 6, 17)}</subnetId>
                    <vpcId>vpc-${hex(1, 17)}</vpcId>
                    <privateIpAddress>10.0.${i % 256}.${(i * 7) % 256}</privateIpAddress>
                    <ipAddress>203.0.113.${i % 256}</ipAddress>
                    <sourceDestCheck>true</sourceDestCheck>
                    <groupSet>${repeat(1 + (i % 4), (g) => `<item><groupId>sg-${hex(g, 17)}</groupId><groupName>tier-${g} &amp; shared</groupName></item>`)}</groupSet>
                    <architecture>arm64</architecture>
                    <rootDeviceType>ebs</rootDeviceType>
                    <rootDeviceName>/dev/xvda</rootDeviceName>
                    <blockDeviceMapping>${repeat(2 + (i % 4), (d) => blockDevice(i, d))}</blockDeviceMapping>
                    <virtualizationType>hvm</virtualizationType>
                    <clientToken>${hex(i, 36)}</clientToken>
                    <tagSet>${repeat(5 + (i % 7), (t) => tag(i, t))}
                    </tagSet>
                    <hypervisor>xen</hypervisor>
                    <networkInterfaceSet>${repeat(2, (n) => networkInterface(i, n))}
                    </networkInterfaceSet>
                    <iamInstanceProfile><arn>arn:aws:iam::123456789012:instance-profile/web</arn><id>AIPACKCEVSQ6C2EXAMPLE</id></iamInstanceProfile>
                    <ebsOptimized>${i % 5 !== 0}</ebsOptimized>${i % 6 ? '' : `\n                    <instanceLifecycle>spot</instanceLifecycle><spotInstanceRequestId>sir-${hex(i, 8)}</spotInstanceRequestId>`}
                    <enaSupport>true</enaSupport>
                    <cpuOptions><coreCount>2</coreCount><threadsPerCore>1</threadsPerCore></cpuOptions>
                    <capacityReservationSpecification><capacityReservationPreference>open</capacityReservationPreference></capacityReservationSpecification>
                    <hibernationOptions><configured>false</configured></hibernationOptions>
                    <metadataOptions><state>applied</state><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit><httpEndpoint>enabled</httpEndpoint><httpProtocolIpv6>disabled</httpProtocolIpv6><instanceMetadataTags>disabled</instanceMetadataTags></metadataOptions>
                    <enclaveOptions><enabled>false</enabled></enclaveOptions>
                    <platformDetails>Linux/UNIX</platformDetails>
                    <usageOperation>RunInstances</usageOperation>
                    <usageOperationUpdateTime>2026-11-01T08:15:00.000Z</usageOperationUpdateTime>
                    <privateDnsNameOptions><hostnameType>ip-name</hostnameType><enableResourceNameDnsARecord>false</enableResourceNameDnsARecord><enableResourceNameDnsAAAARecord>false</enableResourceNameDnsAAAARecord></privateDnsNameOptions>
                    <maintenanceOptions><autoRecovery>default</autoRecovery><rebootMigration>default</rebootMigration></maintenanceOptions>
                    <currentInstanceBootMode>uefi</currentInstanceBootMode>`;
}

function blockDevice(i: number, d: number): string {
  return `
                        <item>
                            <deviceName>/dev/xvd${'abcd'[d]}</deviceName>
                            <ebs><volumeId>vol-${hex(i * 4 + d, 17)}</volumeId><status>attached</status><attachTime>2026-11-02T08:15:00.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs>
                        </item>`;
}

function tag(i: number, t: number): string {
  const key = t === 0 ? 'Name' : `team:purpose-${t}`;
  return `
                        <item>
                            <key>${key}</key>
                            <value>${t === 0 ? `web-${i}` : `value number ${t} of instance ${i}`}</value>
                        </item>`;
}

function networkInterface(i: number, n: number): string {
  return `
                        <item>
                            <networkInterfaceId>eni-${hex(i * 2 + n, 17)}</networkInterfaceId>
                            <subnetId>subnet-${hex(i % 6, 17)}</subnetId>
                            <vpcId>vpc-${hex(1, 17)}</vpcId>
                            <description>Primary network interface</description>
                            <ownerId>123456789012</ownerId>
                            <status>in-use</status>
                            <macAddress>02:7b:${hex(i, 8).replace(/(..)(?=.)/g, '$1:')}</macAddress>
                            <privateIpAddress>10.0.${i % 256}.${n}</privateIpAddress>
                            <privateDnsName>ip-10-0-${i % 256}-${n}.eu-west-1.compute.internal</privateDnsName>
                            <sourceDestCheck>true</sourceDestCheck>
                            <groupSet>${repeat(3, (g) => `<item><groupId>sg-${hex(g, 17)}</groupId><groupName>tier-${g} &amp; shared</groupName></item>`)}</groupSet>
                            <attachment><attachmentId>eni-attach-${hex(i, 17)}</attachmentId><deviceIndex>${n}</deviceIndex><status>attached</status><attachTime>2026-11-02T08:15:00.000Z</attachTime><deleteOnTermination>true</deleteOnTermination><networkCardIndex>0</networkCardIndex></attachment>
                            <association><publicIp>203.0.113.${i % 256}</publicIp><publicDnsName>ec2-203-0-113-${i % 256}.eu-west-1.compute.amazonaws.com</publicDnsName><ipOwnerId>amazon</ipOwnerId></association>
                            <privateIpAddressesSet><item><privateIpAddress>10.0.${i % 256}.${n}</privateIpAddress><primary>true</primary></item></privateIpAddressesSet>
                            <ipv6AddressesSet/>
                            <interfaceType>interface</interfaceType>
                        </item>`;
}

export function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

export function hex(value: number, length: number): string {
  return (value * 2654435761).toString(16).padStart(length, '0').slice(-length);
}
