using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;

namespace Aspire.Hosting.AWS
{
    /// <summary>The AWS settings that programs get.</summary>
    public interface IAWSSDKConfig
    {
        /// <summary>The AWS Region, such as us-east-1; null leaves a program's own setting.</summary>
        string? Region { get; set; }
    }

    internal sealed class AWSSDKConfig : IAWSSDKConfig
    {
        public string? Region { get; set; }
    }
}

namespace Aspire.Hosting
{
    /// <summary>Gives AWS settings to programs. The names are those of Aspire.Hosting.AWS.</summary>
    public static class AWSSDKConfigExtensions
    {
        /// <summary>Makes settings without a Region.</summary>
        public static IAWSSDKConfig AddAWSSDKConfig(this IDistributedApplicationBuilder builder) => new AWSSDKConfig();

        /// <summary>Sets the Region.</summary>
        public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, string region)
        {
            config.Region = region;
            return config;
        }

        /// <summary>Sets AWS_REGION and AWS__Region of a program.</summary>
        public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IAWSSDKConfig awsSdkConfig)
            where T : IResourceWithEnvironment => builder.WithEnvironment(context =>
        {
            if (awsSdkConfig.Region is not { } region)
                return;
            context.EnvironmentVariables["AWS_REGION"] = region;
            context.EnvironmentVariables["AWS__Region"] = region;
        });
    }
}
